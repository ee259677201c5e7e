/** The machine that a measurement was made on. */
export interface HardwareFacts {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly gpu: string | null;
  readonly platform: string;
  readonly node: string;
}

export interface HardwareFactsPort {
  read(): Promise<HardwareFacts>;
}
