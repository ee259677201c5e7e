/** The documentation folder of the team's own repository, where reports go that belong to it. */
export interface DocsFolder {
  /** The place of a page, such as `pilots/stage_05_03_pilot_log.md`. */
  pathOf(page: string): string;
}
