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
        boolean privateRedirects) {}
