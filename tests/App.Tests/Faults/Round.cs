using System.Text.Json;
using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Killed;
using Ita.App.Tests.Runs;
using Ita.App.Web;

namespace Ita.App.Tests.Faults;

/// <summary>A workload that includes every step: score files, a registry file that causes scoring again, reports, a
/// run. It has agencies of its own, so that several rounds can use one store.</summary>
/// <param name="number">Determines the names of the agencies and their scores.</param>
internal sealed class Round(int number, Store store)
{
    private const int Agencies = 24;
    private const int Registered = 6;
    private const int Year = 2565;

    /// <summary>The number of reports printed one by one, so that the run finds them printed.</summary>
    private const int Printed = 3;

    private static readonly string[] Queues =
    [
        StorageNames.Queues.Ingest,
        StorageNames.Queues.Score,
        StorageNames.Queues.Render,
        StorageNames.Queues.RenderBatch,
        StorageNames.Queues.Plan,
    ];

    private string? run;

    /// <summary>The manifest of the run and the run itself, once it has finished.</summary>
    public (JsonElement Run, IReadOnlyList<ManifestLine> Manifest) Outcome { get; private set; }

    private string Province => FormattableString.Invariant($"จังหวัด {number}");

    /// <summary>Runs the whole workload, one part after the other.</summary>
    /// <param name="api">Returns a client of the running app, which may be restarted.</param>
    /// <param name="chance">Determines the order and the repetitions of files and requests.</param>
    /// <param name="until">Waits for a condition, and may kill processes meanwhile.</param>
    public async Task DoAsync(Func<Caller> api, Random chance, Func<Func<Task<bool>>, string, Task> until)
    {
        await SendAsync([Scores("A"), Scores("B")], chance);
        await until(IsQuietAsync, $"scores of round {number}");
        await SendAsync([Registry()], chance);
        await until(IsQuietAsync, $"registry of round {number}");
        var reports = Twice(Reports(), chance);
        await until(async () => await Wish.AreGrantedAsync(api(), reports) && await IsQuietAsync(), $"reports of round {number}");
        var run = Twice([new Wish("runs", RunNation.Order(Province, "result", "analysis", "summary"))], chance);
        await until(
            async () => await Wish.AreGrantedAsync(api(), run) && await IsQuietAsync() && await Wish.TriedAsync(() => IsFinishedAsync(api())),
            $"run of round {number}");
    }

    private IEnumerable<string> Codes(string part) =>
        Enumerable.Range(1, Agencies).Select(agency => FormattableString.Invariant($"R{number:00}{part}{agency:00}"));

    private IEnumerable<Wish> Reports() =>
    [
        .. Codes("A").Take(Printed).Select(code => new Wish($"reports/{Year}/{code}/analysis")),
        .. Codes("B").Take(Printed).Select(code => new Wish($"reports/{Year}/{code}/memo")),
    ];

    // One message at a time, some of them twice, in any order.
    private async Task SendAsync(IEnumerable<byte[]> files, Random chance)
    {
        var uploads = new List<string>();
        foreach (var file in files)
        {
            uploads.Add(await store.ReceiveAsync(file));
        }

        var queue = store.Connection.Queues.GetQueueClient(StorageNames.Queues.Ingest);
        foreach (var upload in Twice(uploads, chance))
        {
            await queue.SendMessageAsync(Job.Write(new IngestJob(upload)));
        }
    }

    private static Queue<T> Twice<T>(IEnumerable<T> wishes, Random chance)
    {
        var all = wishes.SelectMany(wish => Enumerable.Repeat(wish, chance.Next(1, 3))).ToArray();
        chance.Shuffle(all);
        return new(all);
    }

    private async Task<bool> IsQuietAsync()
    {
        foreach (var queue in Queues.Select(store.Connection.Queues.GetQueueClient))
        {
            if ((await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsFinishedAsync(Caller api)
    {
        run ??= (await api.JsonAsync("runs")).EnumerateArray()
            .Single(one => one.GetProperty("scope").TryGetProperty("province", out var province) && province.GetString() == Province)
            .Id();
        var read = await api.JsonAsync($"runs/{run}");
        if (read.State() != "finished")
        {
            return false;
        }

        Outcome = (read, await api.ManifestAsync(run));
        return true;
    }

    private byte[] Scores(string part) =>
        ScoreFile.Bytes(ScoreFile.Whole(Codes(part), (agency, item) => 40m + (((agency * 37) + (item * 11) + (number * 101)) % 6000 / 100m)));

    private byte[] Registry() => ScoreFile.Bytes(
        "fiscal_year,agency_code,agency_name,agency_type,province,internal_staff,external_stakeholders\n"
        + string.Concat(Codes("A").Take(Registered).Select((code, agency) =>
            FormattableString.Invariant($"{Year},{code},เทศบาลตัวอย่างที่ {agency},เทศบาลตำบล,{Province},{30 + agency},{400 + agency}\n"))));
}
