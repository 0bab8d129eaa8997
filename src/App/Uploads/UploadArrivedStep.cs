namespace Ita.App.Uploads;

/// <summary>
/// Receives a file that was dropped into the container uploads: keeps it under its content's hash (the dropped blob may be replaced
/// by its owner at any time) and asks for its ingest.
/// </summary>
public sealed class UploadArrivedStep(UploadIntake intake)
{
    private const string Container = "container uploads";

    /// <param name="content">Seekable; it is read twice and never held in memory.</param>
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var (upload, wanted) = await intake.ReceiveAsync(content, new Sender(name, Container), cancellationToken);
        if (wanted)
        {
            await intake.EnqueueAsync(upload, cancellationToken);
        }

        return $"upload {upload.Id} {upload.Status}";
    }
}
