export * from './scenario.ts';
export * from './traffic.ts';
