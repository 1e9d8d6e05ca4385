import { ipcRenderer } from 'electron';

/*
 * The only door between the page and the main process: once the page can receive message ports, this script asks for
 * them and passes them on. The page cannot reach anything else of Electron.
 */

ipcRenderer.on('softspoken:ports', (event) => {
  window.postMessage({ softspoken: 'ports' }, window.location.origin, [...event.ports]);
});

window.addEventListener('load', () => ipcRenderer.send('softspoken:connect'));
