package io.patchbay.benchmarks;

import java.nio.charset.StandardCharsets;

/** Recorded documents are cut down to what matters; this puts back what upstreams send beside it. */
public enum FeedSize {
    /** As they are recorded. */
    RECORDED,
    /** As GitHub's interface and Mozilla's product details are documented. */
    SENT;

    private static final int RELEASES = 2_000;
    private static final String PERSON =
            """
            {"login": "somebody", "id": 12345678, "node_id": "MDQ6VXNlcjEyMzQ1Njc4", "avatar_url": "https://avatars.githubusercontent.com/u/1",
            "gravatar_id": "", "url": "https://api.github.com/users/somebody", "html_url": "https://github.com/somebody",
            "followers_url": "https://api.github.com/users/somebody/followers", "gists_url": "https://api.github.com/users/somebody/gists{/id}",
            "following_url": "https://api.github.com/users/somebody/following{/other_user}", "type": "User", "user_view_type": "public",
            "starred_url": "https://api.github.com/users/somebody/starred{/owner}{/repo}", "site_admin": false,
            "subscriptions_url": "https://api.github.com/users/somebody/subscriptions", "repos_url": "https://api.github.com/users/somebody/repos",
            "organizations_url": "https://api.github.com/users/somebody/orgs", "events_url": "https://api.github.com/users/somebody/events",
            "received_events_url": "https://api.github.com/users/somebody/received_events"}""";

    byte[] of(String document, byte[] recorded) {
        if (this == RECORDED) {
            return recorded;
        }
        String text = new String(recorded, StandardCharsets.UTF_8);
        return grown(document, text).getBytes(StandardCharsets.UTF_8);
    }

    private static String grown(String document, String text) {
        return switch (document) {
            case "releases.json" ->
                text.replace("\"draft\"", "\"author\": " + PERSON + ", \"draft\"")
                        .replace("\"state\"", "\"uploader\": " + PERSON + ", \"state\"");
            case "firefox.json", "thunderbird.json" -> text.replaceFirst("\"releases\": *\\{", "$0" + releases());
            default -> text;
        };
    }

    private static String releases() {
        StringBuilder releases = new StringBuilder();
        for (int i = 0; i < RELEASES; i++) {
            releases.append("\"old-").append(i).append("\": {\"build_number\": 1, \"category\": \"dev\", ");
            releases.append("\"date\": \"2022-03-20\", \"description\": null, \"is_security_driven\": false, ");
            releases.append("\"product\": \"firefox\", \"version\": \"99.0b")
                    .append(i)
                    .append("\"},");
        }
        return releases.toString();
    }
}
