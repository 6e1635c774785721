package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import io.patchbay.sync.Held;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.review.Thresholds;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of the whole engine, its client included, is set while a provider is synced every six hours. Whether something is due is looked at every two minutes. */
class ClockTest {
    private static final String ID = "example";
    private static final Duration TICK = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofDays(1);
    /** One at the end of each interval in a day; one at its beginning if the clock was set, and one at its end. */
    private static final int LEAST_A_DAY = 3;

    private static final int MOST_A_DAY = 5;

    @TempDir
    Path folder;

    private final LineProvider provider = new LineProvider(ID);
    private FakeUpstream upstream;
    private LoopbackClient client;
    private Desk desk;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        upstream = FakeUpstream.start();
        client = new LoopbackClient(provider, upstream, folder.resolve("unused"));
        publish("A 1.0");
        FetchedSource source = new FetchedSource(
                (of, request) -> client.fetchWith(request), folder.resolve("snapshots"), client.clock());
        Schedule schedule = new Schedule(Duration.ofHours(6));
        desk = new Desk(folder, source, Thresholds.DEFAULT, schedule, client.clock());
        desk.plug(provider);
        assertEquals(State.CHANGED, lastRun().state());
    }

    @AfterEach
    void stop() throws IOException {
        desk.close();
        client.close();
        upstream.close();
    }

    private void publish(String line) {
        upstream.serve("/list.txt", Reply.of(line + '\n').etag('"' + line + '"'));
    }

    /** The clock is set while the upstream answers. */
    private void publishAndSet(String line, Duration by) {
        upstream.serve("/list.txt", request -> {
            client.pass(by);
            publish(line);
            return Reply.of(line + '\n');
        });
    }

    private Run lastRun() throws InterruptedException {
        return desk.sync.await(desk.sync.runs(1).get(0).number());
    }

    /** How often the upstream was asked in a day. */
    private int requestsOfADay() throws InterruptedException {
        int before = upstream.requests().size();
        for (Duration passed = Duration.ZERO; passed.compareTo(DAY) < 0; passed = passed.plus(TICK)) {
            desk.sync.tick();
            lastRun();
            client.pass(TICK);
        }
        return upstream.requests().size() - before;
    }

    private void requireAQuietDay() throws InterruptedException {
        requireFewRequestsInADay();
        assertTrue(lastRun().succeeded(), lastRun()::toString);
    }

    private void requireFewRequestsInADay() throws InterruptedException {
        int requests = requestsOfADay();
        assertTrue(requests >= LEAST_A_DAY && requests <= MOST_A_DAY, requests + " requests in a day");
    }

    private FeedStatus feed() {
        return desk.sync.feeds(ID).get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 400})
    void isSetBetweenTwoRuns(int days) throws Exception {
        client.pass(Duration.ofDays(days));
        assertEquals(Freshness.ALARM, feed().freshness());
        String alarm = days < 0
                ? "the clock is 1 d behind the latest time seen, so its age is not known"
                : "not fetched for 400 d";
        assertEquals(alarm, feed().note());
        publish("A 1.1");
        requireAQuietDay();
        assertEquals(List.of("A 1.0", "A 1.1"), desk.titles());
        assertEquals(Freshness.FRESH, feed().freshness());
        assertTrue(desk.audit.verify().isIntact());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 400})
    void isSetDuringARun(int days) throws Exception {
        publishAndSet("A 1.1", Duration.ofDays(days));
        assertEquals(State.CHANGED, desk.run(ID).state());
        assertEquals(List.of("A 1.0", "A 1.1"), desk.titles());
        requireAQuietDay();
        requireAQuietDay();
        assertEquals(Freshness.FRESH, feed().freshness());
        assertTrue(desk.audit.verify().isIntact());
    }

    @Test
    void ranAheadAndIsSetRight() throws Exception {
        client.pass(Duration.ofDays(400));
        requireAQuietDay();
        client.pass(Duration.ofDays(-400));
        publish("A 1.1");
        requireAQuietDay();
        assertEquals(List.of("A 1.0", "A 1.1"), desk.titles());
        assertEquals(Freshness.ALARM, feed().freshness(), "the ages have to be made good by hand");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 400})
    void leavesWhatIsHeldAsItIs(int days) throws Exception {
        publish("A 0.9");
        assertEquals(State.HELD, desk.run(ID).state());
        Held held = desk.sync.held().get(0);
        client.pass(Duration.ofDays(days));
        requireFewRequestsInADay();
        assertEquals(held.since(), desk.sync.held().get(0).since());
        assertEquals(held.objections(), desk.sync.held().get(0).objections());
        desk.sync.await(
                desk.sync.release(ID, held.update(), Desk.decision("known")).number());
        assertEquals(List.of("A 0.9", "A 1.0"), desk.titles());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 400})
    void makesNoStormOfAnUpstreamThatFails(int days) throws Exception {
        upstream.serve("/list.txt", Reply.status(404));
        desk.run(ID);
        client.pass(Duration.ofDays(days));
        int requests = requestsOfADay();
        assertTrue(requests >= 85 && requests <= 97, requests + " requests in a day, one each quarter of an hour");
        publish("A 1.1");
        requestsOfADay();
        assertEquals(List.of("A 1.0", "A 1.1"), desk.titles());
    }
}
