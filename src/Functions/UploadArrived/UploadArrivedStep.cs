using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Uploads;

namespace Ita.Functions.UploadArrived;

/// <summary>
/// A file dropped into the container uploads. Its content comes with the call, is kept under its own hash (the dropped blob may
/// be replaced by its owner at any time), and its ingest is asked for through the output binding.
/// </summary>
public sealed class UploadArrivedStep(UploadIntake intake) : IStep
{
    private const string Container = "container uploads";

    public string Function => "UploadArrived";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(payload.Bytes("blob"), writable: false);
        var (upload, wanted) = await intake.ReceiveAsync(content, new Sender(payload.Token("name"), Container), cancellationToken);
        var answer = InvocationAnswer.Done($"upload {upload.Id} {upload.Status}");
        return wanted ? answer.Sending("ingestJob", Job.Write(new IngestJob(upload.Id))) : answer;
    }
}
