@ApplicationModule(allowedDependencies = {})
package planted.modules.one;

import org.springframework.modulith.ApplicationModule;
