import { ipcRenderer } from 'electron';

/*
 * The one door between the page and the main process: once the page can take them it asks for message ports, and hands
 * them on. Nothing of Electron reaches the page.
 */

ipcRenderer.on('softspoken:ports', (event) => {
  window.postMessage({ softspoken: 'ports' }, window.location.origin, [...event.ports]);
});

window.addEventListener('load', () => ipcRenderer.send('softspoken:connect'));
