package io.patchbay.fetch.http;

import java.time.Clock;

/**
 * What all exchanges share.
 *
 * @param connector opens connections
 * @param watchdog ends exchanges that take too long
 * @param budgets say when a host may be asked
 * @param clock tells what time it is
 */
record Network(Connector connector, Watchdog watchdog, HostBudgets budgets, Clock clock) {}
