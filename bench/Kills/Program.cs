using Ita.Bench.Kills;
using Ita.Bench.Material;

KillsOptions options;
try
{
    options = KillsOptions.Parse(args);
}
catch (FormatException misuse)
{
    Console.Error.WriteLine($"{misuse.Message}\n\n{KillsOptions.Usage}");
    return 2;
}

var data = Repository.At(".build", "kills", $"{Environment.ProcessId}");
Directory.CreateDirectory(data);
try
{
    var count = await RunAsync();
    Console.WriteLine(count);
    return count is { Lost: 0, Doubled: 0 } ? 0 : 1;
}
finally
{
    if (!options.Keep)
    {
        Directory.Delete(data, recursive: true);
    }
}

async Task<Count> RunAsync()
{
    await using var run = new LocalRun(data);
    await run.StartAsync();
    using var api = new AppApi(run.Address, run.Key);
    var posts = new TestPosts(options);
    await posts.OpenAsync(api);
    using var senders = new Senders(run.Address, run.Key);
    Enumerable.Range(0, 4).ToList().ForEach(_ => senders.Begin(posts.Sheet));
    senders.Begin(posts.Upload);
    await KillAsync(run, senders);
    await senders.EndAsync();

    // Checks the store after another stop and start.
    await run.StopAsync();
    await run.StartAsync();
    var sheets = await Count.OfSheetsAsync(api, posts, Acknowledged(PostKind.Sheet));
    Say($"sheets: {sheets}");
    var uploads = await Count.OfUploadsAsync(api, posts, Acknowledged(PostKind.Upload));
    Say($"uploads: {uploads}");
    Say($"failed tries: {senders.FailedTries}");
    return sheets + uploads;

    ILookup<string, PostKind> Acknowledged(PostKind kind) =>
        senders.Acknowledged.Where(post => post.Kind == kind).ToLookup(post => post.Subject, post => post.Kind);
}

async Task KillAsync(LocalRun run, Senders senders)
{
    var chance = new Random(options.Seed);
    for (var number = 0; number < options.Count; number++)
    {
        // A kill is over when posts are acknowledged again; which posts the next one affects is random.
        var before = senders.Acknowledged.Count;
        await senders.AcknowledgedAsync(before + 20);
        await Task.Delay(chance.Next(100, 2000));
        var kill = Kill.OfNumber(number);
        await run.KillAsync(kill);
        var ended = "";
        if (kill.EndsRun)
        {
            ended = $", ./run ended with {await run.EndedAsync()}";
            await run.StartAsync();
        }

        var acknowledged = senders.Acknowledged.Count - before;
        Say($"{number + 1} of {options.Count}: {kill.Process} SIG{kill.Signal}{ended}; {acknowledged} posts acknowledged since the last");
    }
}

static void Say(FormattableString text) => Console.Error.WriteLine(text.ToString(CultureInfo.InvariantCulture));
