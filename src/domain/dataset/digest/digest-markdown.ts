import type { CalendarDay } from '../../time/calendar-day.js';
import type { Channel } from '../channel.js';
import type { DigestItem } from './digest-item.js';
import { russianDate } from '../../text/russian-date.js';
import type { SelectedItems } from './select-items.js';

/** So few items need no second heading. */
const ONE_SECTION = 4;

/** A digest as Markdown with Russian headings; sections without items are left out. */
export function digestMarkdown(channel: Channel, day: CalendarDay, { main, brief }: SelectedItems): string {
  const isShort = main.length + brief.length <= ONE_SECTION;
  const [first, second] = isShort ? [[...main, ...brief], []] : [main, brief];
  const sections = [
    `# Дайджест ${channel} за ${russianDate(day)}`,
    ...section('Главное', first),
    ...section('Другие новости', second),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(heading: string, items: readonly DigestItem[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${heading}`, items.map(bullet).join('\n')];
}

function bullet({ headline, sentences }: DigestItem): string {
  const parts = headline === undefined ? sentences : [`**${headline}**`, ...sentences];
  return `- ${parts.join(' ')}`;
}
