/** What a person does in the editor's page: keys, menus and waiting for what shows. */

/** The editor as the pictures show it: light, quiet, nothing in view but the draft. */
export const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.fontSize': 15,
  'editor.lineHeight': 22,
  'editor.scrollBeyondLastLine': true,
  'editor.hover.delay': 100,
  'problems.decorations.enabled': true,
  'files.autoSave': 'off',
};

export class EditorPage {
  constructor(page) {
    this.page = page;
  }

  /** Opens a folder with one of its files shown, and puts the side bar away. */
  async open(server, folder, file) {
    await this.page.goto(
      server.address(folder, [['openFile', `vscode-remote://${server.authority}${folder}/${file}`]]),
    );
    await this.page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    await this.page
      .locator('.monaco-editor')
      .first()
      .click({ position: { x: 400, y: 10 } });
  }

  press(...keys) {
    return keys.reduce((done, key) => done.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().waitFor();
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Puts the caret at a line and column, counted from 1. */
  async goTo(line, column = 1) {
    await this.press('Control+g');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  squiggles() {
    return this.page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
  }

  /** Turns the wheel over a hover until a part of it stands near its top. */
  async scrollHoverTo(hover, part) {
    const place = await hover.boundingBox();
    await this.page.mouse.move(place.x + 60, place.y + 40);
    for (let turn = 0; turn < 60; turn += 1) {
      const { y } = await part.boundingBox();
      if (y < place.y + 70) return;
      await this.page.mouse.wheel(0, 60);
    }
  }

  async closeSideBar() {
    const sideBar = this.page.locator('.part.sidebar');
    if (await sideBar.isVisible()) await this.press('Control+b');
    await sideBar.waitFor({ state: 'hidden' });
  }

  /** The text in view, in the order in which the editor keeps its lines. */
  text() {
    return this.page.evaluate(viewText);
  }

  async untilTextIsNot(text) {
    await this.page.waitForFunction(`(${viewText})() !== ${JSON.stringify(text)}`, undefined, { timeout: 20_000 });
  }

  async picture(path, clip) {
    await this.page.screenshot({ path, clip, animations: 'disabled', caret: 'hide' });
  }
}

/** Runs in the page. */
function viewText() {
  return [...document.querySelectorAll('.monaco-editor .view-line')].map((line) => line.textContent).join('\n');
}
