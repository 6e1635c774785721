package vendor.sample;

/** Cannot be made. */
public final class FailingComponent {
    /** Fails, as components do. */
    public FailingComponent() {
        throw new IllegalStateException("the vendor's component is broken");
    }
}
