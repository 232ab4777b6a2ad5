/** Browser: Chromium, if this machine has it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Null if there is none. The caller must close it. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return existsSync(executablePath) ? await chromium.launch({ executablePath, args: ['--no-sandbox'] }) : null;
}
