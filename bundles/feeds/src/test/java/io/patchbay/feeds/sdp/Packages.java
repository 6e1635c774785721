package io.patchbay.feeds.sdp;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Made-up packages, and how tests read and write them. */
final class Packages {
    static final LocalDateTime TIME = LocalDateTime.of(2026, 8, 16, 12, 0);
    static final LocalDate SEEN = LocalDate.of(2026, 8, 1);

    /** A package that has everything that one with an installer for a command line can have. */
    static final String EVERYTHING =
            """
            <smc:SoftwareDistributionPackage SchemaVersion="1.0">
              <sdp:Properties PackageID="11111111-AAAA-4000-8000-000000000001" CreationDate="2026-08-15T10:11:12.5Z"
                  CanSourceBeRequired="true" VendorName="Example Ltd" PublicationState="Expired"
                  RestrictToClientServicingApi="1" UpdateType="Software">
                <sdp:MoreInfoUrl>https://vendor.example/one</sdp:MoreInfoUrl>
                <sdp:MoreInfoUrl>http://vendor.example/two {a}</sdp:MoreInfoUrl>
                <sdp:SupportUrl>https://vendor.example/support</sdp:SupportUrl>
                <sdp:ProductName>Example</sdp:ProductName>
                <sdp:ProductName>Example Pro</sdp:ProductName>
              </sdp:Properties>
              <sdp:LocalizedProperties>
                <sdp:Language>en</sdp:Language>
                <sdp:Title>Example 1.2 (x64)</sdp:Title>
                <sdp:Description>Mends &lt;this&gt; &amp; that.
            In two lines.</sdp:Description>
              </sdp:LocalizedProperties>
              <sdp:LocalizedProperties>
                <sdp:Language>de</sdp:Language>
                <sdp:Title>Beispiel 1.2 (x64) für alle</sdp:Title>
                <sdp:Description>Behebt dies und das.</sdp:Description>
              </sdp:LocalizedProperties>
              <sdp:UpdateSpecificData MsrcSeverity="Important" UpdateClassification="Hotfixes">
                <sdp:SecurityBulletinID>EX26-01</sdp:SecurityBulletinID>
                <sdp:CveID>CVE-2026-10001</sdp:CveID>
                <sdp:CveID>EXSA-2026-77-with-a-long-name</sdp:CveID>
                <sdp:KBArticleID>KB7001234</sdp:KBArticleID>
              </sdp:UpdateSpecificData>
              <sdp:IsInstallable><bar:Processor Architecture="9"/></sdp:IsInstallable>
              <sdp:IsInstalled><lar:True/></sdp:IsInstalled>
              <sdp:SupersededPackages>
                <sdp:PackageID>11111111-aaaa-4000-8000-000000000009</sdp:PackageID>
                <sdp:PackageID>11111111-aaaa-4000-8000-000000000008</sdp:PackageID>
              </sdp:SupersededPackages>
              <sdp:Prerequisites>
                <sdp:AtLeastOne>
                  <sdp:PackageID>22222222-aaaa-4000-8000-000000000001</sdp:PackageID>
                  <sdp:PackageID>22222222-aaaa-4000-8000-000000000002</sdp:PackageID>
                </sdp:AtLeastOne>
                <sdp:AtLeastOne><sdp:PackageID>22222222-aaaa-4000-8000-000000000003</sdp:PackageID></sdp:AtLeastOne>
              </sdp:Prerequisites>
              <sdp:InstallableItem ID="11111111-aaaa-4000-8000-0000000000f1">
                <sdp:ApplicabilityRules>
                  <sdp:IsInstalled><lar:And>
                    <bar:FileVersion Csidl="38" Path="Example\\example.exe" Comparison="GreaterThanOrEqualTo" Version="1.2.0.0"/>
                    <lar:Not><bar:RegKeyLoop Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Example" TrueIf="Any">
                      <bar:RegSz Key="HKEY_LOOP_TARGET" Subkey="\\" Value="a&#10;b" Comparison="EqualTo" Data="&quot;x&quot; &lt; &#9;y"/>
                    </bar:RegKeyLoop></lar:Not>
                    <msiar:MsiFeatureInstalledForProduct AllFeaturesRequired="true">
                      <msiar:Feature>Core</msiar:Feature>
                      <msiar:Product>{33333333-AAAA-4000-8000-000000000001}</msiar:Product>
                    </msiar:MsiFeatureInstalledForProduct>
                  </lar:And></sdp:IsInstalled>
                  <sdp:IsSuperseded><msiar:MsiPatchSuperseded/></sdp:IsSuperseded>
                  <sdp:IsInstallable><lar:Or><lar:True/><lar:False/></lar:Or></sdp:IsInstallable>
                  <sdp:Metadata><msiar:MsiPatchMetadata>
                    <mspblob:MsiPatch SchemaVersion="1.0.0.0" PatchGUID="{33333333-AAAA-4000-8000-000000000003}" MinMsiVersion="3">
                      <mspblob:TargetProduct MinMsiVersion="200">
                        <mspblob:TargetProductCode Validate="true">{33333333-AAAA-4000-8000-000000000001}</mspblob:TargetProductCode>
                        <mspblob:TargetVersion Validate="true" ComparisonType="Equal" ComparisonFilter="MajorMinorUpdate">1.1.0</mspblob:TargetVersion>
                        <mspblob:TargetLanguage Validate="false">1033</mspblob:TargetLanguage>
                        <mspblob:UpdatedLanguages>1033</mspblob:UpdatedLanguages>
                        <mspblob:UpgradeCode Validate="true">{33333333-AAAA-4000-8000-000000000004}</mspblob:UpgradeCode>
                      </mspblob:TargetProduct>
                      <mspblob:TargetProductCode>{33333333-AAAA-4000-8000-000000000001}</mspblob:TargetProductCode>
                    </mspblob:MsiPatch>
                    <msiar:FallbackPatchCode>{33333333-AAAA-4000-8000-000000000003}</msiar:FallbackPatchCode>
                  </msiar:MsiPatchMetadata></sdp:Metadata>
                </sdp:ApplicabilityRules>
                <sdp:InstallProperties CanRequestUserInput="true" RequiresNetworkConnectivity="1" Impact="Minor"
                    RebootBehavior="AlwaysRequiresReboot"/>
                <sdp:UninstallProperties CanRequestUserInput="true" Impact="RequiresExclusiveHandling"/>
                <cmd:CommandLineInstallerData Program="setup.exe" Arguments="/S /D=&quot;C:\\Example&quot;"
                    DefaultResult="Cancelled" RebootByDefault="true">
                  <cmd:ReturnCode Code="-1" Result="Failed">
                    <cmd:LocalizedDescription>
                      <cmd:Language>en</cmd:Language><cmd:Language>en-GB</cmd:Language>
                      <cmd:Description>It did not work.</cmd:Description>
                    </cmd:LocalizedDescription>
                  </cmd:ReturnCode>
                  <cmd:ReturnCode Code="3010" Result="Succeeded" Reboot="true"/>
                  <cmd:WindowsInstallerRepairPath TargetId="{33333333-AAAA-4000-8000-000000000001}" RelativePathToExe="a\\b.msi"/>
                  <cmd:WindowsInstallerRepairPath TargetId="{33333333-AAAA-4000-8000-000000000003}" TargetType="MsiPatch"
                      RelativePathToExe="a\\b.msp"/>
                </cmd:CommandLineInstallerData>
                <sdp:OriginFile Digest="qqqqqqqqqqqqqqqqqqqqqqqqqqo=" FileName="setup.exe" Size="5000000000"
                    Modified="2026-08-14T01:02:03" OriginUri="https://vendor.example/my setup.exe">
                  <sdp:AdditionalDigest Algorithm="SHA256">qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=</sdp:AdditionalDigest>
                </sdp:OriginFile>
                <sdp:Language>en</sdp:Language>
                <sdp:Language>de</sdp:Language>
              </sdp:InstallableItem>
            </smc:SoftwareDistributionPackage>
            """;

    private Packages() {}

    /** A small package: what stands before its items, and the items. */
    static String small(String id, String parts) {
        return """
                <smc:SoftwareDistributionPackage SchemaVersion="1.0">
                  <sdp:Properties PackageID="%s" CreationDate="2026-08-15T00:00:00Z" VendorName="Example Ltd">
                    <sdp:ProductName>Example</sdp:ProductName>
                  </sdp:Properties>
                  <sdp:LocalizedProperties>
                    <sdp:Language>en</sdp:Language><sdp:Title>Small</sdp:Title><sdp:Description>Tiny.</sdp:Description>
                  </sdp:LocalizedProperties>
                  %s
                </smc:SoftwareDistributionPackage>
                """
                .formatted(id, parts);
    }

    /** The document of a catalogue of these packages. */
    static String catalog(String... packages) {
        StringBuilder document =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<smc:SystemsManagementCatalog");
        for (Namespace space : Namespace.values()) {
            document.append(" xmlns:")
                    .append(space.prefix)
                    .append("=\"")
                    .append(space.uri)
                    .append('"');
        }
        return document.append(">\n")
                .append(String.join("", packages))
                .append("</smc:SystemsManagementCatalog>\n")
                .toString();
    }

    static List<Update> read(String document) throws IOException, FeedException {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    static List<Update> read(byte[] document) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        SdpCatalog.read(new ByteArrayInputStream(document), "catalog", updates::add);
        return updates;
    }

    static Update only(String document) throws IOException, FeedException {
        List<Update> updates = read(document);
        if (updates.size() != 1) {
            throw new AssertionError("expected one update, found " + updates);
        }
        return updates.get(0);
    }

    /** The cabinet of these updates, items with their packages; fails if one is refused. */
    static byte[] write(List<Update> updates) throws IOException {
        Map<String, String> refused = new HashMap<>();
        byte[] cabinet = write(updates, refused);
        if (!refused.isEmpty()) {
            throw new AssertionError(refused.toString());
        }
        return cabinet;
    }

    static byte[] write(List<Update> updates, Map<String, String> refused) throws IOException {
        return write(updates, (each, reason) -> refused.put(each.update().id().toString(), reason));
    }

    /** What the packages of these updates name although none of these is it, by package. */
    static Map<UpdateId, SortedSet<UpdateId>> unresolved(List<Update> updates) throws IOException {
        Map<UpdateId, SortedSet<UpdateId>> unresolved = new HashMap<>();
        write(updates, new SdpWriter.Refusals() {
            @Override
            public void refused(SdpPackage refused, String reason) {
                throw new AssertionError(reason);
            }

            @Override
            public void unresolved(UpdateId written, SortedSet<UpdateId> missing) {
                unresolved.put(written, missing);
            }
        });
        return unresolved;
    }

    private static byte[] write(List<Update> updates, SdpWriter.Refusals refusals) throws IOException {
        List<SdpPackage> packages = updates.stream()
                .filter(update -> SdpPackage.packageOf(update).isEmpty())
                .map(update -> new SdpPackage(update, items(update, updates), SEEN))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SdpWriter.write(packages.iterator(), "Example", TIME, refusals, out);
        return out.toByteArray();
    }

    private static List<Update> items(Update bundle, List<Update> all) {
        return all.stream()
                .filter(update -> SdpPackage.packageOf(update).stream().anyMatch(bundle.id()::equals))
                .toList();
    }
}
