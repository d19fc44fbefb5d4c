/** Hosts that many people sign in to, none of which imitates another one. Some owners have several. */
export const COMMON_HOSTS: readonly string[] = `
accounts.google.com mail.google.com www.youtube.com www.blogger.com www.facebook.com www.instagram.com www.whatsapp.com
x.com www.linkedin.com www.reddit.com www.pinterest.com www.tumblr.com www.snapchat.com www.tiktok.com www.quora.com
discord.com slack.com zoom.us teams.live.com login.live.com login.microsoftonline.com mysignins.microsoft.com
www.office.com outlook.office365.com portal.azure.com github.com gitlab.com bitbucket.org codeberg.org sourceforge.net
www.npmjs.com pypi.org crates.io rubygems.org packagist.org hub.docker.com quay.io hex.pm nuget.org www.cpan.org
stackoverflow.com serverfault.com superuser.com askubuntu.com news.ycombinator.com lobste.rs dev.to medium.com
wordpress.com www.wix.com www.squarespace.com www.shopify.com www.etsy.com www.ebay.com www.amazon.com aws.amazon.com
www.alibaba.com www.aliexpress.com www.walmart.com www.target.com www.bestbuy.com www.costco.com www.ikea.com
www.zalando.de www.otto.de www.mediamarkt.de www.bol.com www.cdiscount.com www.fnac.com www.allegro.pl www.rakuten.co.jp
www.mercadolibre.com www.paypal.com stripe.com squareup.com wise.com www.revolut.com n26.com monzo.com
www.chase.com www.wellsfargo.com www.bankofamerica.com www.citi.com www.capitalone.com www.americanexpress.com
www.hsbc.co.uk www.barclays.co.uk www.lloydsbank.co.uk www.natwest.com www.santander.co.uk www.nationwide.co.uk
www.deutsche-bank.de www.commerzbank.de www.ing.de www.dkb.de www.sparkasse.de www.bnpparibas.net www.labanquepostale.fr
www.credit-agricole.fr www.societegenerale.fr www.unicredit.it www.intesasanpaolo.com www.bbva.es www.caixabank.es
www.rabobank.nl www.abnamro.nl www.ubs.com www.raiffeisen.at www.nordea.fi www.swedbank.se www.danskebank.dk
www.coinbase.com www.binance.com www.kraken.com www.bitstamp.net www.gemini.com www.robinhood.com www.fidelity.com
www.vanguard.com www.schwab.com www.etrade.com www.dropbox.com www.box.com drive.proton.me mail.proton.me mega.nz
www.icloud.com appleid.apple.com www.adobe.com www.figma.com www.canva.com www.notion.so trello.com asana.com
monday.com www.atlassian.com linear.app airtable.com miro.com www.evernote.com todoist.com calendly.com
www.salesforce.com www.hubspot.com www.zendesk.com www.intercom.com mailchimp.com sendgrid.com www.twilio.com
www.okta.com auth0.com www.onelogin.com duo.com www.cloudflare.com www.fastly.com www.digitalocean.com
www.linode.com www.vultr.com www.hetzner.com www.ovhcloud.com www.scaleway.com www.heroku.com vercel.com
www.netlify.com fly.io render.com www.namecheap.com www.godaddy.com www.gandi.net porkbun.com www.hover.com
www.netflix.com www.disneyplus.com www.hulu.com www.spotify.com www.deezer.com soundcloud.com www.twitch.tv vimeo.com
store.steampowered.com www.epicgames.com www.gog.com www.ea.com www.ubisoft.com www.blizzard.com www.roblox.com
www.nintendo.com www.playstation.com www.xbox.com www.booking.com www.airbnb.com www.expedia.com www.tripadvisor.com
www.uber.com www.lyft.com www.lufthansa.com www.ryanair.com www.easyjet.com www.klm.nl www.bahn.de www.sncf-connect.com
www.gov.uk login.gov www.irs.gov www.ssa.gov www.elster.de www.id.me www.usps.com www.dhl.de www.ups.com www.fedex.com
www.wikipedia.org www.mozilla.org bugzilla.mozilla.org www.debian.org www.kernel.org archive.org www.overleaf.com
orcid.org www.researchgate.net www.coursera.org www.edx.org www.udemy.com moodle.org www.duolingo.com
mastodon.social bsky.app www.fastmail.com www.gmx.net web.de posteo.de mailbox.org tutanota.com www.zoho.com
bitwarden.com 1password.com www.lastpass.com www.dashlane.com nordvpn.com mullvad.net www.torproject.org
`
  .trim()
  .split(/\s+/u);
