interface ExtensionDocument {
  readonly location: Location | null;
  readonly defaultView: object | null;
}

declare const Services: {
  obs: {
    addObserver(
      observer: { observe(document: ExtensionDocument): void },
      topic: 'document-element-inserted',
    ): void;
  };
  prefs: { getBoolPref(name: string, fallback: boolean): boolean };
};
declare const Cu: {
  Sandbox(principal: object, options: object): object;
  evalInSandbox(script: string, sandbox: object): void;
};

/**
 * Runs in every process of Firefox and evaluates a script at the start of the extension's pages: when
 * the extension interface is there, and no script of the page has run. With the name of a preference, it
 * does so only while that is true.
 */
export function preloadInto(origin: string, script: string, preference?: string): void {
  Services.obs.addObserver(
    {
      observe({ location, defaultView }) {
        if (!location?.href.startsWith(origin) || !defaultView) return;
        // The background is such a document too, but it is no page.
        if (location.pathname === '/_generated_background_page.html') return;
        if (preference !== undefined && !Services.prefs.getBoolPref(preference, false)) return;
        const sandbox = Cu.Sandbox(defaultView, {
          sandboxPrototype: defaultView,
          sameZoneAs: defaultView,
          wantXrays: false,
        });
        Cu.evalInSandbox(script, sandbox);
      },
    },
    'document-element-inserted',
  );
}

/** Runs in a page: nobody gets to hear of PRF, as with an authenticator that does not know it. */
export function withoutPrf(): void {
  const { create, get } = CredentialsContainer.prototype;
  const strip = <Options extends CredentialCreationOptions | CredentialRequestOptions>(
    options: Options | undefined,
  ): Options | undefined => {
    const { publicKey } = options ?? {};
    if (!options || !publicKey) return options;
    const { prf: _, ...extensions } = publicKey.extensions ?? {};
    return { ...options, publicKey: { ...publicKey, extensions } };
  };
  CredentialsContainer.prototype.create = function (options) {
    return create.call(this, strip(options));
  };
  CredentialsContainer.prototype.get = function (options) {
    return get.call(this, strip(options));
  };
}
