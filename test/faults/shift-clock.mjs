// Loaded before the program (node --import): its clock is wrong by so many hours.
const shift = Number(process.env.FAULT_CLOCK_HOURS ?? 0) * 3_600_000;
const TrueDate = Date;

globalThis.Date = class extends TrueDate {
  constructor(...args) {
    super(...(args.length === 0 ? [TrueDate.now() + shift] : args));
  }
  static now() {
    return TrueDate.now() + shift;
  }
};
