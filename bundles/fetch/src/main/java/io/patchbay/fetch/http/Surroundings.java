package io.patchbay.fetch.http;

import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What the client cannot know by itself: time, chance and the name service.
 *
 * @param clock tells what time it is
 * @param sleeper lets time pass
 * @param random numbers from 0 to 1
 * @param resolver asks the name service
 */
record Surroundings(Clock clock, Sleeper sleeper, DoubleSupplier random, Resolver resolver) {
    /** Those of the machine. */
    static Surroundings real() {
        return new Surroundings(
                Clock.systemUTC(),
                duration -> Thread.sleep(duration.toMillis()),
                () -> ThreadLocalRandom.current().nextDouble(),
                InetAddress::getAllByName);
    }
}
