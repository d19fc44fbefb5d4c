/** The part of the interface of chrome://extensions that is used here. */
declare const chrome: {
  readonly developerPrivate: {
    updateExtensionConfiguration(update: {
      readonly extensionId: string;
      readonly pinnedToToolbar: boolean;
    }): Promise<void>;
  };
};

/** Runs in chrome://extensions: puts the button on the toolbar, as a user can there. */
export function pinToToolbar(extensionId: string): Promise<void> {
  return chrome.developerPrivate.updateExtensionConfiguration({
    extensionId,
    pinnedToToolbar: true,
  });
}
