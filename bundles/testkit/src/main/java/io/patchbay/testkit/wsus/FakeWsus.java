package io.patchbay.testkit.wsus;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.model.UpdateId;
import io.patchbay.testkit.Answer;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.RecordedRequest;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An update server on loopback that speaks MS-WSUSSS from stored documents as a WSUS was seen to: cookies that expire, anchors, {@code Delta},
 * limits, both forms of documents. {@link #becomeMicrosoft} makes it one of Microsoft's. Any call can be refused with any fault of the
 * protocol, and any request end in an accident; what it is asked for is counted.
 *
 * <p>Operations are named as in the protocol, such as {@code GetUpdateData}. Safe for use by several threads.
 */
public final class FakeWsus implements Closeable {
    private final FakeUpstream upstream;
    private final SyncService service;
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Deque<String>> refusals = new HashMap<>();
    private final Map<Integer, Answer> accidents = new HashMap<>();
    private int requests;

    private FakeWsus(FakeUpstream upstream, InstantSource clock) {
        this.upstream = upstream;
        this.service = new SyncService(clock);
        upstream.serve("/ServerSyncWebService/ServerSyncWebService.asmx", this::answer);
        upstream.serve("/DssAuthWebService/DssAuthWebService.asmx", this::answer);
    }

    /**
     * Starts one that has no updates.
     *
     * @param clock by which its cookies expire
     */
    public static FakeWsus start(InstantSource clock) throws IOException {
        return new FakeWsus(FakeUpstream.start(), clock);
    }

    /** The web server, for its address and the requests that it got. */
    public FakeUpstream upstream() {
        return upstream;
    }

    /** Adds revisions, in place of all earlier ones of the same updates. */
    public synchronized void add(StoredUpdate... revisions) {
        service.store.replace(List.of(revisions));
    }

    /** Adds revisions and goes on listing the other ones of the same updates, as real servers do now and then. */
    public synchronized void addBeside(StoredUpdate... revisions) {
        service.store.add(List.of(revisions));
    }

    /** Forgets an update, as a clean-up of the server does: no list of changes tells of it. */
    public synchronized void remove(UpdateId id) {
        service.store.remove(id);
    }

    /** Has every GetUpdateData fail that asks for this revision among others; it stays listed. */
    public synchronized void poison(UpdateId id, int revision) {
        service.store.poison(id, revision);
    }

    /** Becomes one of Microsoft's servers, which keep no files and write anchors in another form. */
    public synchronized void becomeMicrosoft() {
        service.microsoft = true;
    }

    /** Allows so many revisions in a GetUpdateData; 100 from the start, as on all real servers. */
    public synchronized void allow(int revisions) {
        service.updatesPerRequest = revisions;
    }

    /** Leaves the rest of an answer to GetUpdateData out, as real servers do beyond 2,000,000 bytes. */
    public synchronized void cutAnswersTo(int revisions) {
        service.mostInAnAnswer = revisions;
    }

    /** Leaves out what it does not know of a GetUpdateData, in place of failing. */
    public synchronized void forgiveUnknownRevisions() {
        service.forgiving = true;
    }

    /** Puts long documents into such cabinets; MSZIP ones from the start, while real servers send LZX. */
    public synchronized void compressWith(Supplier<CabinetWriter> cabinets) {
        service.documents = new UpdateDocuments(cabinets);
    }

    /** Gives cookies that are good for so long; four hours from the start. */
    public synchronized void letCookiesLast(Duration time) {
        service.cookies.last(time);
    }

    /** Knows none of the cookies any more that it has given. */
    public synchronized void forgetCookies() {
        service.cookies.forget();
    }

    /** Refuses the next calls of an operation with these codes, such as {@code ServerBusy}, one after the other. */
    public synchronized void refuse(String operation, String... codes) {
        refusals.computeIfAbsent(operation, o -> new ArrayDeque<>()).addAll(List.of(codes));
    }

    /**
     * Answers one request with something else: a {@link Fault}, or any reply.
     *
     * @param request its number, from 1 or since {@link #reset}
     */
    public synchronized void accident(int request, Answer accident) {
        accidents.put(request, accident);
    }

    /** Counts anew, and forgets accidents that have not happened. */
    public synchronized void reset() {
        calls.clear();
        accidents.clear();
        requests = 0;
        service.served = 0;
    }

    /** How many requests there were. */
    public synchronized int requests() {
        return requests;
    }

    /** How often an operation was called. */
    public synchronized int requests(String operation) {
        return calls.getOrDefault(operation, 0);
    }

    /** How many revisions' documents were given. */
    public synchronized int served() {
        return service.served;
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }

    private synchronized Answer answer(RecordedRequest request) {
        Answer accident = accidents.remove(++requests);
        if (accident != null) {
            return accident;
        }
        try {
            return answer(SoapCall.parse(request.body()));
        } catch (IOException | IllegalArgumentException e) {
            return service.fault("", "InvalidParameters", String.valueOf(e.getMessage()));
        }
    }

    private Answer answer(SoapCall call) {
        String operation = call.operation();
        calls.merge(operation, 1, Integer::sum);
        Deque<String> codes = refusals.getOrDefault(operation, new ArrayDeque<>());
        return codes.isEmpty() ? service.answer(call) : service.fault(operation, codes.remove(), "told to");
    }
}
