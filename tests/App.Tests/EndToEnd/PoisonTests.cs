using Ita.App.Jobs;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.App.Uploads;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Work that fails at every attempt is shown as failed, and is repaired by sending the file again.</summary>
[Collection(AppTests.Name)]
public sealed class PoisonTests(RunningApp running)
{
    [Fact]
    public async Task An_upload_with_a_missing_original_fails_visibly_and_the_same_file_sent_again_recovers_it()
    {
        var file = ScoreFile.Bytes(ScoreFile.Whole("POISONED", 88m));
        var upload = await FailedAsync(file);

        Assert.Equal(("failed", "every-try-failed"), (upload.Status(), upload.GetProperty("failure").GetString()));
        using var none = await running.Api.GetAsync("results/2565/POISONED");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);

        var again = await running.Api.SentAsync(file, "scores.csv");

        Assert.Equal((upload.Id(), "accepted"), (again.Id(), again.Status()));
        Assert.Equal("88.00", (await running.Api.ResultAsync(2565, "POISONED")).Total());
    }

    [Fact]
    public async Task A_poison_message_of_finished_work_changes_nothing()
    {
        var upload = await running.Api.SentAsync(ScoreFile.Whole("LAIDASIDE", 77m));
        await running.Api.PrintedAsync("reports/2565/LAIDASIDE/memo");

        await ToPoisonAsync(StorageNames.Queues.IngestPoison, new IngestJob(upload.Id()));
        await ToPoisonAsync(StorageNames.Queues.RenderPoison, new RenderJob(2565, "LAIDASIDE", "memo", 1, "arabic", "2026-03-02"));

        Assert.Equal("accepted", (await running.Api.JsonAsync($"uploads/{upload.Id()}")).Status());
        Assert.Equal("printed", (await running.Api.JsonAsync("reports/2565/LAIDASIDE/memo")).Status());
    }

    [Fact]
    public async Task A_survey_that_cannot_be_scored_reports_a_failure()
    {
        var survey = new SurveyCalls(running, "SV-POISON");
        await survey.OpenAsync();
        using var storage = new OpenStorage(running.Storage);

        // The survey has no question list for this year, so scoring fails.
        await new App.Surveys.ResponseTable(storage).AddAsync(
            Ita.Domain.FiscalYear.FromBuddhistEra(2567), "SV-POISON", "IIT", "broken",
            new("1.2567.IIT.00000000.0.111", "2025-01-01"), CancellationToken.None);

        await survey.CloseAsync();

        await Eventually.TrueAsync(
            async () => (await running.App.Public.JsonAsync(survey.Path)).GetProperty("failure").GetString() == "every-try-failed",
            "the failure is shown");
    }

    // Waits until the function that reads the queue has processed the message.
    private async Task ToPoisonAsync<T>(string name, T job)
    {
        var queue = running.Storage.Queues.GetQueueClient(name);
        await queue.SendMessageAsync(Job.Write(job));
        await Eventually.TrueAsync(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, $"{name} empty");
    }

    // The record is written by the app's own classes, so that the message can be sent after the blob was deleted.
    private async Task<System.Text.Json.JsonElement> FailedAsync(byte[] file)
    {
        using var storage = new OpenStorage(running.Storage);
        var (upload, _) = await StoredIntake.On(storage, TimeProvider.System)
            .ReceiveAsync(new MemoryStream(file), new Uploads.Sender("scores.csv", "test"), CancellationToken.None);
        await running.Storage.Blobs.GetBlobContainerClient(StorageNames.Containers.Incoming).GetBlobClient(upload.Id).DeleteAsync();
        await new JobQueues(storage).SendAsync(new IngestJob(upload.Id), CancellationToken.None);
        return await running.Api.SettledAsync(upload.Id);
    }
}
