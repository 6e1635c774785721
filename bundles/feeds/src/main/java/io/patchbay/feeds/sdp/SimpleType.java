package io.patchbay.feeds.sdp;

import java.util.regex.Pattern;

/** The simple types of the schemas: what an attribute may say. */
enum SimpleType {
    NOTHING(""),
    ANY("(?s).*"),
    TEXT("(?s).+"),
    TRUTH("true|false|1|0"),
    SCALAR("LessThan|LessThanOrEqualTo|EqualTo|GreaterThanOrEqualTo|GreaterThan"),
    MATCH("EqualTo|BeginsWith|Contains|EndsWith"),
    LOOP("Any|All|None"),
    KEY("HKEY_LOCAL_MACHINE|HKEY_LOOP_TARGET"),
    SUBKEY("(?s).{1,255}"),
    VALUE("(?s).{0,16383}"),
    DATA("(?s).{1,16383}"),
    KIND("REG_(BINARY|DWORD|EXPAND_SZ|MULTI_SZ|QWORD|SZ|FULL_RESOURCE_DESCRIPTOR)"),
    PATH("(?s).{1,260}"),
    COMMAND("(?s).{1,32768}"),
    NAME("(?s).{1,255}"),
    LONG_NAME("(?s).{1,256}"),
    HARDWARE("(?s).{0,200}"),
    COMPANY("(?s).{0,256}"),
    CLASS("Video|Sound|Printers|Modems|Cameras|Scanners|Monitors|Networking|Input Devices|Storage|Personal Computers"
            + "|Servers and Cluster Solutions|Other Hardware"),
    LANGUAGE("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"),
    GUID("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}"),
    VERSION("\\d{1,5}(\\.\\d{1,5}){3}"),
    MSI_VERSION("\\d{1,5}(\\.\\d{1,5}){0,3}"),
    DAY("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(Z|[+-]\\d\\d:\\d\\d)?"),
    TIME("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T"
            + "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?"),
    RESULT("Failed|Succeeded|Cancelled"),
    REBOOT("NeverReboots|AlwaysRequiresReboot|CanRequestReboot"),
    IMPACT("Normal|Minor|RequiresExclusiveHandling"),
    COMPARED("LessThan|LessThanOrEqual|Equal|GreaterThanOrEqual|GreaterThan|None"),
    FILTER("Major|MajorMinor|MajorMinorUpdate|None"),
    INTS("(-?\\d{1,9}(\\s+-?\\d{1,9})*)?"),
    MSI_TYPE("MsiProduct|MsiPatch"),
    URL("https?://.{1,2070}"),
    USHORT(0, 0xFFFF),
    UINT(0, 0xFFFF_FFFFL),
    INT(Integer.MIN_VALUE, Integer.MAX_VALUE),
    SIZE(0, Long.MAX_VALUE);

    private final Pattern pattern;
    private final long least;
    private final long most;

    SimpleType(String pattern) {
        this.pattern = Pattern.compile(pattern);
        this.least = 0;
        this.most = -1;
    }

    SimpleType(long least, long most) {
        this.pattern = Pattern.compile("[+-]?\\d{1,19}");
        this.least = least;
        this.most = most;
    }

    boolean accepts(String value) {
        boolean isNumber = most >= least;
        return pattern.matcher(value).matches() && (!isNumber || isInRange(value));
    }

    private boolean isInRange(String value) {
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The value, if it is of this type. */
    String check(String what, String value) throws InexpressibleException {
        if (!accepts(value)) {
            String shown = value.length() > 100 ? value.substring(0, 100) + "…" : value;
            throw new InexpressibleException("SDP does not allow " + what + "=\"" + shown + '"');
        }
        return value;
    }
}
