using Ita.App.Jobs;
using Ita.App.Storage;
using Ita.App.Uploads;

namespace Ita.App.Tests.Hosting;

/// <summary>The app's intake on a store, with a clock of the test.</summary>
internal static class StoredIntake
{
    public static UploadIntake On(OpenStorage storage, TimeProvider clock) =>
        new(new UploadOriginals(storage), new UploadTable(storage), new JobQueues(storage), clock);
}
