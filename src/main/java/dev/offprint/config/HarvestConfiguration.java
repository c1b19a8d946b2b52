package dev.offprint.config;

/** How sources are asked, and how long editions wait for them. */
public record HarvestConfiguration(
    @Setting(
            initial = "90",
            most = 720,
            help =
                "Minutes that an edition which is due waits for a source that has not answered on"
                    + " that day. Then it goes without, and the ledger says so. A source that has"
                    + " not answered for three days is not waited for.")
        int waitMinutes,
    @Setting(
            initial = "false",
            help =
                "Whether a public host may redirect a request into a private network, such as a"
                    + " journal's feed to a mirror of your own.")
        boolean privateRedirects,
    @Setting(
            initial = "",
            form = Form.PROXY,
            help =
                "Proxy that sources and oauth.token_url are asked through, as in"
                    + " http://proxy.lab.example:3128. Empty takes the one of the variables"
                    + " https_proxy and http_proxy. Hosts in the variable no_proxy, and this"
                    + " machine, are asked without it.")
        String proxy,
    @Setting(initial = "", help = "User name for the proxy, if it wants one.") String proxyUsername,
    @Setting(initial = "", secret = true, help = "Password of that user.") String proxyPassword) {

  @Override
  public String toString() {
    return "Harvest[" + waitMinutes + ", " + privateRedirects + ", " + proxy + "]";
  }
}
