package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonGenerator;
import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Licensing;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the parts of an update in a fixed order. */
final class UpdateWriter extends JsonFields {
    UpdateWriter(JsonGenerator json) {
        super(json);
    }

    void write(Update update) throws IOException {
        json.writeStartObject();
        text("id", update.id());
        text("type", update.type().name());
        number("vendorRevision", update.vendorRevision());
        constant("publication", update.publication(), PublicationState.PUBLISHED);
        object("release", update.release(), this::release);
        if (!update.description().equals(Description.NONE)) {
            object("description", update.description(), this::description);
        }
        if (!update.security().equals(Security.UNSPECIFIED)) {
            object("security", update.security(), this::security);
        }
        if (!update.licensing().equals(Licensing.FREE)) {
            object("licensing", update.licensing(), this::licensing);
        }
        if (!update.relationships().equals(Relationships.NONE)) {
            object("relationships", update.relationships(), this::relationships);
        }
        array("files", update.files(), file -> object(file, this::file));
        if (!update.applicability().equals(Applicability.NONE)) {
            object("applicability", update.applicability(), this::applicability);
        }
        if (!update.installation().equals(Installation.NONE)) {
            object("installation", update.installation(), this::installation);
        }
        map("sources", update.sources());
        json.writeEndObject();
    }

    private void release(Release release) throws IOException {
        text("vendor", release.vendor());
        array("products", release.products(), product -> object(product, this::product));
        object("version", release.version(), this::version);
        object("line", release.line(), this::line);
        constant("architecture", release.architecture(), Architecture.ANY);
        texts("languages", release.languages());
        text("classification", release.classification().name());
        text("released", release.released());
        constant("rollout", release.rollout(), Rollout.COMPLETE);
        text("endOfLife", release.endOfLife());
    }

    private void product(Product product) throws IOException {
        text("name", product.name());
        text("family", product.family());
        text("category", product.category());
    }

    private void version(Version version) throws IOException {
        text("scheme", version.scheme().name());
        text("canonical", version.canonical());
        text("display", version.display());
        text("fileVersion", version.fileVersion());
        text("vendorTag", version.vendorTag());
    }

    private void line(Line line) throws IOException {
        text("product", line.product());
        text("channel", line.channel());
        constant("architecture", line.architecture(), Architecture.ANY);
        text("languages", line.languages());
        text("packageType", line.packageType());
    }

    private void description(Description description) throws IOException {
        text("defaultLanguage", description.defaultLanguage());
        if (!description.texts().isEmpty()) {
            json.writeObjectFieldStart("texts");
            for (Map.Entry<String, Description.Text> text : description.texts().entrySet()) {
                object(text.getKey(), text.getValue(), this::words);
            }
            json.writeEndObject();
        }
        texts("kbArticles", description.kbArticles());
        texts("moreInfo", description.moreInfo());
        text("releaseNotes", description.releaseNotes());
        text("support", description.support());
    }

    private void words(Description.Text text) throws IOException {
        text("title", text.title());
        text("description", text.description());
        text("uninstallNotes", text.uninstallNotes());
    }

    private void security(Security security) throws IOException {
        constant("severity", security.severity(), Severity.UNSPECIFIED);
        text("vendorSeverity", security.vendorSeverity());
        texts("bulletins", security.bulletins());
        array("cves", security.cves(), cve -> object(cve, this::cve));
    }

    private void licensing(Licensing licensing) throws IOException {
        object("eula", licensing.eula(), eula -> {
            text("id", eula.id());
            map("texts", eula.texts());
            truth("reacceptance", eula.reacceptance());
            array("files", eula.files(), text -> object(text, this::licenceText));
        });
        text("acquisition", licensing.acquisition().name());
    }

    private void licenceText(Eula.TextFile text) throws IOException {
        object("file", text.file(), this::file);
        text("region", text.region());
    }

    private void relationships(Relationships relationships) throws IOException {
        array("prerequisites", relationships.prerequisites(), this::group);
        array("bundles", relationships.bundles(), this::group);
        texts("supersedes", relationships.supersedes());
        texts("supersededBy", relationships.supersededBy());
    }

    private void group(Collection<?> ids) throws IOException {
        json.writeStartArray();
        for (Object id : ids) {
            json.writeString(id.toString());
        }
        json.writeEndArray();
    }

    private void file(ContentFile file) throws IOException {
        text("name", file.name());
        if (file.size() >= 0) {
            json.writeNumberField("size", file.size());
        }
        array("digests", file.digests(), digest -> object(digest, this::digest));
        texts("urls", file.urls());
        text("language", file.language());
        constant("patching", file.patching(), ContentFile.Patching.SELF_CONTAINED);
    }

    private void digest(Digest digest) throws IOException {
        text("algorithm", digest.algorithm().name());
        text("value", digest.value());
        text("source", digest.source());
        text("signer", digest.signer());
    }

    private void applicability(Applicability applicability) throws IOException {
        rule("isInstalled", applicability.isInstalled());
        rule("isInstallable", applicability.isInstallable());
        rule("isSuperseded", applicability.isSuperseded());
        array("metadata", applicability.metadata(), element -> object(element, this::element));
    }

    private void rule(String name, @Nullable Rule rule) throws IOException {
        if (rule != null) {
            json.writeFieldName(name);
            rule(rule);
        }
    }

    private void rule(Rule rule) throws IOException {
        if (rule instanceof Rule.Constant constant) {
            json.writeBoolean(constant.value());
            return;
        }
        json.writeStartObject();
        if (rule instanceof Rule.And and) {
            operands("and", and.operands());
        } else if (rule instanceof Rule.Or or) {
            operands("or", or.operands());
        } else if (rule instanceof Rule.Not not) {
            rule("not", not.operand());
        } else if (rule instanceof Rule.Unknown unknown) {
            object("unknown", unknown.element(), this::element);
        } else {
            condition((Rule.Condition) rule);
        }
        json.writeEndObject();
    }

    private void operands(String name, Collection<Rule> rules) throws IOException {
        json.writeArrayFieldStart(name);
        for (Rule rule : rules) {
            rule(rule);
        }
        json.writeEndArray();
    }

    private void condition(Rule.Condition condition) throws IOException {
        json.writeStringField("condition", condition.name());
        map("attributes", condition.attributes());
        array("rules", condition.operands(), this::rule);
        array("parameters", condition.parameters(), element -> object(element, this::element));
    }

    private void element(RuleElement element) throws IOException {
        text("name", element.name());
        map("attributes", element.attributes());
        text("text", element.text());
        array("children", element.children(), child -> object(child, this::element));
    }

    private void installation(Installation installation) throws IOException {
        text("handler", installation.handler().name());
        text("file", installation.file());
        text("arguments", installation.arguments());
        text("uninstall", installation.uninstall());
        array("returnCodes", installation.returnCodes(), code -> object(code, this::returnCode));
        constant("reboot", installation.reboot(), Installation.Reboot.NEVER);
        constant("impact", installation.impact(), Installation.Impact.NORMAL);
        truth("requestsInput", installation.requestsInput());
        truth("requiresNetwork", installation.requiresNetwork());
        map("attributes", installation.attributes());
    }

    private void returnCode(Installation.ReturnCode code) throws IOException {
        json.writeNumberField("code", code.code());
        text("result", code.result());
        truth("reboot", code.reboot());
    }
}
