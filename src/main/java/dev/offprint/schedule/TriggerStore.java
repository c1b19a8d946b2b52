package dev.offprint.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.spi.JobFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Where Quartz has its triggers. */
final class TriggerStore {
  private static final String DATA_SOURCE = "offprint";

  private TriggerStore() {}

  /**
   * In a database: triggers outlast the process.
   *
   * @param postgresql whether several nodes can share it; then each job runs on one of them at a
   *     time
   */
  static Scheduler database(DataSource dataSource, boolean postgresql, JobFactory jobs) {
    DBConnectionManager.getInstance().addConnectionProvider(DATA_SOURCE, connections(dataSource));
    return scheduler(
        jobs,
        Map.of(
            "org.quartz.scheduler.instanceName", "offprint",
            "org.quartz.scheduler.instanceId", "AUTO",
            "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
            "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore."
                    + (postgresql ? "PostgreSQLDelegate" : "StdJDBCDelegate"),
            "org.quartz.jobStore.dataSource", DATA_SOURCE,
            "org.quartz.jobStore.useProperties", "true",
            "org.quartz.jobStore.isClustered", Boolean.toString(postgresql)));
  }

  /** In memory: triggers of this process alone. */
  static Scheduler memory(JobFactory jobs) {
    return scheduler(
        jobs,
        Map.of(
            "org.quartz.scheduler.instanceName", "offprint-node",
            "org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore"));
  }

  private static Scheduler scheduler(JobFactory jobs, Map<String, String> store) {
    Properties settings = new Properties();
    settings.putAll(store);
    settings.putAll(
        Map.of(
            "org.quartz.scheduler.skipUpdateCheck", "true",
            "org.quartz.scheduler.interruptJobsOnShutdownWithWait", "true",
            "org.quartz.threadPool.threadCount", "4"));
    try {
      Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
      scheduler.setJobFactory(jobs);
      return scheduler;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the timetable cannot be read", e);
    }
  }

  private static ConnectionProvider connections(DataSource dataSource) {
    return new ConnectionProvider() {
      @Override
      public Connection getConnection() throws SQLException {
        return dataSource.getConnection();
      }

      @Override
      public void initialize() {}

      @Override
      public void shutdown() {}
    };
  }
}
