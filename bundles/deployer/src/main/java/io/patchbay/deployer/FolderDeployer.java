package io.patchbay.deployer;

import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;

@Component(
        immediate = true,
        service = {})
public final class FolderDeployer implements Deployer {
    @Activate
    public FolderDeployer(
            BundleContext context, @Reference(target = "(osgi.condition.id=io.patchbay.started)") Condition started) {
        context.registerService(Deployer.class, this, null);
        context.registerService(
                Condition.class,
                Condition.INSTANCE,
                FrameworkUtil.asDictionary(Map.of(Condition.CONDITION_ID, "io.patchbay.deployed")));
    }

    @Override
    public List<DropIn> dropIns() {
        return List.of();
    }
}
