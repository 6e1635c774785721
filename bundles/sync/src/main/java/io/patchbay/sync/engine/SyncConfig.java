package io.patchbay.sync.engine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set about runs, in {@code conf/io.patchbay.sync.cfg}. */
@ObjectClassDefinition(name = "Patchbay: runs of providers")
@interface SyncConfig {
    @AttributeDefinition(
            description = "Minutes between two runs of a provider; 0 for none but those that an operator starts.")
    int interval_minutes() default 360;

    @AttributeDefinition(
            description =
                    "How many providers are read and committed at a time; whatever their upstreams do, all are fetched.")
    int parallel() default 4;

    @AttributeDefinition(
            description =
                    "A run of which nothing is heard for so many minutes, neither from its fetch nor from its provider, is stopped.")
    int stall_minutes() default 30;

    @AttributeDefinition(description = "A run whose provider gives more updates and advisories fails.")
    int updates_at_most() default 1_000_000;

    @AttributeDefinition(
            description = "A run that would withdraw more updates is held, unless the percentage allows more.")
    int removals() default 5;

    @AttributeDefinition(
            description = "A run that would withdraw more of a hundred updates is held, unless the number allows more.")
    int removal_percent() default 20;

    @AttributeDefinition(
            description =
                    "A feed that was not fetched for so many hours is a warning, unless its provider says another time.")
    int feed_warning_hours() default 24;

    @AttributeDefinition(
            description =
                    "A feed that was not fetched for so many hours is an alarm, but not before twice the time for a warning.")
    int feed_alarm_hours() default 72;

    @AttributeDefinition(
            description =
                    "A feed that did not change for twice the longest time so far is an alarm, after so many days.")
    int silence_days() default 14;

    @AttributeDefinition(
            description = "Feeds, as provider/feed=days, which are an alarm when they did not change for so many days.")
    String[] feed_silence() default {"microsoft-scan/wsusscn2.cab=40"};

    @AttributeDefinition(
            description =
                    "A run that would add more updates is held, unless that many times as many as usual are allowed.")
    int additions() default 100;

    @AttributeDefinition(
            description = "How many times as many updates as usual a run may add, unless the number allows more.")
    int addition_factor() default 10;

    @AttributeDefinition(
            description = "An update whose file is this many times as large or as small as the one before is held.")
    int size_factor() default 10;

    @AttributeDefinition(
            description = "A release whose first number grows by more is held, unless the factor allows more.")
    int version_jump() default 10;

    @AttributeDefinition(
            description =
                    "How many times as great the first number of a version may become, unless the number allows more.")
    int version_jump_factor() default 3;

    @AttributeDefinition(description = "An update whose release date is more days ahead is held.")
    int future_days() default 1;

    @AttributeDefinition(description = "Codes of rules that hold nothing, such as VERSION_JUMP.")
    String[] rules_off() default {};
}
