using System.Net;
using System.Text;
using System.Text.Json;
using Ita.Bench.Material;

namespace Ita.Bench.Load;

/// <summary>The calls of the mix, each at its own pace. Agencies are used in turns, so that each gets a new version every few minutes.</summary>
internal sealed class Mix(Calls calls, OpenSurveys surveys, int seed)
{
    private const int Year = 2566;
    private const int Agencies = 300;

    private static readonly string[] Reads =
    [
        "results/{0}/{1}", "results/{0}/{1}/analysis", "results/{0}?format=csv", "results/{0}/{1}?format=xlsx", "rankings/{0}", "summaries/{0}",
        "reports/{0}/{1}/analysis?format=html", "templates/scores.xlsx?fiscalYear={0}&agency={1}", "frameworks/{0}",
        "../app/", "../app/results/{0}/{1}",
    ];

    private static readonly string[] Kinds = ["analysis", "measures", "memo", "circular", "check"];

    private readonly Random chance = new(seed);

    /// <summary>Stores the first version of every agency.</summary>
    public async Task WarmAsync(Func<int, Task> settled)
    {
        var rows = string.Concat(Enumerable.Range(0, Agencies).Select(Row));
        await calls.PostAsync("upload", "uploads?name=first.csv", Encoding.UTF8.GetBytes(Header + rows), "text/csv", HttpStatusCode.Accepted);
        await settled(Agencies);
    }

    /// <returns>A task per kind of call, which ends when <paramref name="stop"/> is cancelled.</returns>
    public IEnumerable<Task> Begin(CancellationToken stop)
    {
        yield return EveryAsync(100, SheetAsync, stop);
        yield return EveryAsync(100, ReadAsync, stop);
        yield return EveryAsync(2_000, UploadAsync, stop);
        yield return EveryAsync(15_000, PrintAsync, stop);
        yield return EveryAsync(10_000, WordAsync, stop);
        yield return EveryAsync(500, WrongAsync, stop);
    }

    private static string Header => $"fiscal_year,agency_code,{string.Join(',', Enumerable.Range(1, 10).Select(number => $"ind{number}"))}\n";

    private static string Agency(int number) => string.Create(CultureInfo.InvariantCulture, $"LOAD-{number % Agencies + 1}");

    // The next call is made when its time has come and the one before is answered.
    private static async Task EveryAsync(int milliseconds, Func<int, Task> call, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            await call(number);
            await ((Task)timer.WaitForNextTickAsync(stop).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task SheetAsync(int number)
    {
        var (path, sheet) = surveys.Sheets(1)[0];
        return calls.PostAsStrangerAsync("sheet", path, sheet, HttpStatusCode.Created);
    }

    private Task ReadAsync(int number)
    {
        var read = Reads[number % Reads.Length];
        return calls.GetAsync(read, string.Format(CultureInfo.InvariantCulture, read, Year, Agency(number)));
    }

    private Task UploadAsync(int number) => calls.PostAsync(
        "upload", $"uploads?name=load-{number}.csv", Encoding.UTF8.GetBytes(Header + Row(number)), "text/csv", HttpStatusCode.Accepted);

    // Of other agencies than those that get a new version meanwhile, whose report would be not found until it is requested again.
    private async Task PrintAsync(int number)
    {
        var path = $"reports/{Year}/{Agency(Agencies / 2 + number)}/{Kinds[number % Kinds.Length]}";
        await calls.PostAsync("print", path, [], "application/json", HttpStatusCode.Accepted);
        for (var wait = 0; wait < 60; wait++)
        {
            var status = await calls.GetAsync("print, status", path);
            if (status.Length == 0 || JsonDocument.Parse(status).RootElement.GetProperty("status").GetString() != "queued")
            {
                break;
            }

            await Task.Delay(1_000);
        }

        await calls.GetAsync("print, PDF", $"{path}?format=pdf");
    }

    private Task WordAsync(int number) =>
        calls.GetAsync("Word file", $"reports/{Year}/{Agency(number)}/{Kinds[number % Kinds.Length]}?format=docx");

    private Task WrongAsync(int number) => (number % 4) switch
    {
        0 => calls.PostAsStrangerAsync("no key", "uploads?name=x.csv", [1], HttpStatusCode.Unauthorized),
        1 => calls.GetAsync("unknown agency", $"results/{Year}/NONE-{number}", HttpStatusCode.NotFound),
        2 => calls.PostAsync("no JSON", "keys", "{"u8.ToArray(), "application/json", HttpStatusCode.BadRequest),
        _ => calls.PostAsync(
            "wrong file", $"uploads?name=wrong-{number}.xlsx", Encoding.UTF8.GetBytes($"PK\u0003\u0004 no workbook {number}"), "text/csv",
            HttpStatusCode.Accepted),
    };

    private string Row(int number)
    {
        lock (chance)
        {
            var scores = Enumerable.Range(1, 10).Select(_ => (chance.Next(5_000, 10_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture));
            return $"{Year},{Agency(number)},{string.Join(',', scores)}\n";
        }
    }
}
