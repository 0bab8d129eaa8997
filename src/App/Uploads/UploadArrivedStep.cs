namespace Ita.App.Uploads;

/// <summary>Receives a file that was dropped into the container uploads: stores it under the hash of its content,
/// because the dropped blob can be replaced at any time, and queues the job that ingests it.</summary>
public sealed class UploadArrivedStep(UploadIntake intake)
{
    private const string Container = "container uploads";

    /// <param name="content">Seekable; it is read twice and never held in memory as a whole.</param>
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var received = await intake.AcceptAsync(content, new Sender(name, Container), cancellationToken);
        return $"upload {received.Upload.Id} {received.Upload.Status}";
    }
}
