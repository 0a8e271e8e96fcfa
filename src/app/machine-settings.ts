const NAMES = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TZ'];

/** What a process finds its way by on a machine; none of the service’s own settings, among which are secrets. */
export function machineSettings(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(NAMES.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}
