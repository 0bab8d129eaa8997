namespace Ita.LocalHost.Commands;

/// <summary>Runs everything until Ctrl-C: storage with its data kept, the app, and on the first start the samples.</summary>
internal static class ServeCommand
{
    public const string Usage = """
        localhost serve [options]         runs storage and the app until Ctrl-C; without --app, storage alone

          --app DIR           the published app
          --packages DIR      the folder that holds node_modules and scripts
          --data DIR          where storage keeps its data (.data)
          --samples DIR       uploaded on the first start

        ITA_PORT (7071) is the public port, ITA_AZURITE_PORTS (10000,10001,10002) those of storage; 0 takes a free one.
        """;

    public static async Task RunAsync(CommandWords words, Action<string> log, CancellationToken stop)
    {
        var path = Path.GetFullPath(words.TakeValue("--data") ?? ".data");
        var (samples, app, packages) = (words.TakeValue("--samples"), words.TakeValue("--app"), words.TakeValue("--packages") ?? ".");
        words.Rest();
        var ports = Ports.OfEnvironment();
        using var data = new DataFolder(path);
        await data.EarlierStorageEndedAsync(Console.Error.WriteLine, stop);
        ports.EnsureFree();
        if (app is null)
        {
            await StorageAloneAsync(packages, ports, data, log, stop);
            return;
        }

        await using var stack = await LocalStack.StartAsync(
            new(app, packages, data.Storage), ports.Public, ports.Storage, data.ReadKey(), log, stop);
        data.WriteKey(stack.Key);
        await LoadSamplesAsync(stack, data, samples, stop);
        Print(stack);
        await stack.RunAsync(stop);
    }

    // For an app under a debugger or Core Tools.
    private static async Task StorageAloneAsync(string packages, Ports ports, DataFolder data, Action<string> log, CancellationToken stop)
    {
        await using var azurite = await Azurite.StartAsync(packages, ports.Storage, data.Storage, stop, log);
        Console.WriteLine($"AzureWebJobsStorage={azurite.ConnectionString}");
        await azurite.RunAsync(stop);
    }

    private static async Task LoadSamplesAsync(LocalStack stack, DataFolder data, string? samples, CancellationToken stop)
    {
        if (samples is null || data.SamplesLoaded)
        {
            return;
        }

        foreach (var file in OnceLine.Parse(new CommandWords([samples])).Files)
        {
            await stack.Api.UploadAsync(file, stop);
        }

        data.WriteSamplesLoaded();
    }

    private static void Print(LocalStack stack)
    {
        var address = stack.Address.GetLeftPart(UriPartial.Authority);
        Console.WriteLine($"""
            pages         {address}/api/app
            API           {address}/api/v1/results
            health        {address}/api/health/ready
            operator key  {stack.Key}

            curl -X POST -H "Authorization: Bearer {stack.Key}" --data-binary @FILE "{address}/api/v1/uploads?name=FILE"
            Ctrl-C stops everything.
            """);
    }
}
