/** Runs something while variables are set, or taken away where they are undefined, and puts the former ones back. */
export async function inEnvironment<T>(
  environment: Readonly<Record<string, string | undefined>>,
  run: () => Promise<T>,
): Promise<T> {
  const former = Object.keys(environment).map((name) => [name, process.env[name]] as const);
  for (const [name, value] of Object.entries(environment)) set(name, value);
  try {
    return await run();
  } finally {
    for (const [name, value] of former) set(name, value);
  }
}

function set(name: string, value: string | undefined): void {
  // A variable that is assigned undefined would hold that word.
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
