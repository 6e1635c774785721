package io.patchbay.feeds.sdp;

/** The name spaces of the schemas, with the prefixes that everybody uses. */
enum Namespace {
    SMC("smc", "http://schemas.microsoft.com/sms/2005/04/CorporatePublishing/SystemsManagementCatalog.xsd"),
    SDP("sdp", Namespace.PUBLISHING + "SoftwareDistributionPackage.xsd"),
    BAR("bar", Namespace.PUBLISHING + "BaseApplicabilityRules.xsd"),
    LAR("lar", Namespace.PUBLISHING + "LogicalApplicabilityRules.xsd"),
    MSIAR("msiar", Namespace.PUBLISHING + "MsiApplicabilityRules.xsd"),
    CMD("cmd", Namespace.PUBLISHING + "Installers/CommandLineInstallation.xsd"),
    MSI("msi", Namespace.PUBLISHING + "Installers/MsiInstallation.xsd"),
    MSP("msp", Namespace.PUBLISHING + "Installers/MspInstallation.xsd"),
    DRV("drv", Namespace.PUBLISHING + "Installers/WindowsDriver.xsd"),
    MSPBLOB("mspblob", "http://www.microsoft.com/msi/patch_applicability.xsd");

    private static final String PUBLISHING = "http://schemas.microsoft.com/wsus/2005/04/CorporatePublishing/";

    final String prefix;
    final String uri;

    Namespace(String prefix, String uri) {
        this.prefix = prefix;
        this.uri = uri;
    }
}
