using System.Globalization;

namespace Ita.LocalHost.Commands;

/// <summary>Runs everything until Ctrl-C: storage with its data kept, the app, and on the first start the samples.</summary>
internal static class ServeCommand
{
    public const string Usage = """
        localhost serve [options]         runs storage and the app until Ctrl-C

          --app DIR           the published app
          --packages DIR      the folder that holds node_modules
          --data DIR          where storage keeps its data (.data)
          --samples DIR       uploaded on the first start

        ITA_PORT (7071) is the public port, ITA_AZURITE_PORTS (10000,10001,10002) those of storage.
        """;

    public static async Task RunAsync(CommandWords words, Action<string> log, CancellationToken stop)
    {
        var data = Path.GetFullPath(words.TakeValue("--data") ?? ".data");
        var samples = words.TakeValue("--samples");
        var folders = new StackFolders(words.TakeValue("--app")!, words.TakeValue("--packages")!, Path.Combine(data, "storage"));
        words.Rest();
        Directory.CreateDirectory(folders.Data!);
        await using var stack = await LocalStack.StartAsync(folders, Port(), StoragePorts(), KeyOf(data), log, stop);
        await LoadSamplesAsync(stack, data, samples, stop);
        Print(stack);
        await stack.Completion.WaitAsync(stop);
    }

    private static int Port() => int.Parse(Environment.GetEnvironmentVariable("ITA_PORT") is { Length: > 0 } port ? port : "7071", CultureInfo.InvariantCulture);

    private static int[] StoragePorts()
    {
        var ports = Environment.GetEnvironmentVariable("ITA_AZURITE_PORTS") is { Length: > 0 } set ? set : "10000,10001,10002";
        return [.. ports.Split(',').Select(port => int.Parse(port, CultureInfo.InvariantCulture))];
    }

    // Kept, so that the key printed yesterday still opens today.
    private static string KeyOf(string data)
    {
        var file = Path.Combine(data, "operator-key");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, LocalStack.NewKey());
        }

        return File.ReadAllText(file).Trim();
    }

    private static async Task LoadSamplesAsync(LocalStack stack, string data, string? samples, CancellationToken stop)
    {
        var loaded = Path.Combine(data, "samples-loaded");
        if (samples is null || File.Exists(loaded))
        {
            return;
        }

        foreach (var file in OnceLine.Parse(new CommandWords([samples])).Files)
        {
            await stack.Api.UploadAsync(file, stop);
        }

        await File.WriteAllTextAsync(loaded, "", stop);
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
