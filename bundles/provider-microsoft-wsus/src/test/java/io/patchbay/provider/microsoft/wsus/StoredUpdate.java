package io.patchbay.provider.microsoft.wsus;

import java.util.List;
import java.util.Map;

/**
 * A revision as {@link FakeWsus} has it.
 *
 * @param configuration whether it is listed in the first pass
 * @param categories the products and classifications that it is listed under
 * @param xml its document
 * @param files the addresses of its files by their SHA-1 in Base64
 */
record StoredUpdate(
        Revision revision, boolean configuration, List<String> categories, String xml, Map<String, String> files) {}
