/** What a pilot of a stage runs, and who decides. */
export interface PilotPlan {
  readonly stage: string;
  readonly scenario: string;
  /** The roles whose approval a GO needs; at least one. */
  readonly requiredRoles: readonly string[];
}

/** The pilots that ship with the package and those that lie over them. */
export interface PilotPlans {
  /** @throws PILOT_UNKNOWN, PILOT_PLAN_INVALID */
  load(stage: string): Promise<PilotPlan>;
}
