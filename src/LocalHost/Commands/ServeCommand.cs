using System.CommandLine;

namespace Ita.LocalHost.Commands;

/// <summary>Runs everything until Ctrl-C: storage with its data kept, the app, and on the first start the samples.</summary>
internal static class ServeCommand
{
    private const string About = """
        Runs storage and the app until Ctrl-C; without --app, storage alone.
        ITA_PORT (7071) is the public port, ITA_AZURITE_PORTS (10000,10001,10002) are those of storage; 0 takes a free one.
        ITA_MAIL_PORT (free) is that of the page with the messages that the app sent.
        """;

    public static Command Create(CancellationToken cancellationToken)
    {
        var app = CommonOptions.App(isRequired: false);
        var data = new Option<string>("--data") { Description = "where storage keeps its data", HelpName = "DIR" };
        data.DefaultValueFactory = _ => ".data";
        var samples = CommonOptions.Samples("files to upload on the first start");
        var serve = new Command("serve", About) { app, CommonOptions.Packages, data, samples, CommonOptions.Log };
        serve.SetAction((words, _) => words.WithLogAsync(async log =>
        {
            var packages = words.GetValue(CommonOptions.Packages)!;
            using var folder = new DataFolder(Path.GetFullPath(words.GetValue(data)!));
            await folder.WaitForEarlierStorageAsync(cancellationToken);
            folder.MakeFilesPrivate();
            var ports = Ports.ReadEnvironment();
            ports.EnsureFree();
            await (words.GetValue(app) is { } published
                ? RunAsync(new(published, packages, folder.Storage), ports, folder, words.GetValue(samples), log, cancellationToken)
                : RunStorageAsync(packages, ports, folder, log, cancellationToken));
            return 0;
        }));
        return serve;
    }

    // For an app under a debugger or Core Tools.
    private static async Task RunStorageAsync(string packages, Ports ports, DataFolder data, Action<string> log, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(packages, ports.Storage, data.Storage, cancellationToken, log);
        Console.WriteLine($"AzureWebJobsStorage={azurite.ConnectionString}");
        await azurite.RunAsync(cancellationToken);
    }

    private static async Task RunAsync(
        StackFolders folders, Ports ports, DataFolder data, string? samples, Action<string> log, CancellationToken cancellationToken)
    {
        await using var stack = await LocalStack.StartAsync(folders, ports.Public, ports.Storage, data.ReadKey(), log, cancellationToken, ports.Mail);
        data.WriteKey(stack.Key);
        if (samples is not null && !data.SamplesLoaded)
        {
            foreach (var file in CommonOptions.FilesIn(samples))
            {
                await stack.Api.UploadAsync(file, cancellationToken);
            }

            data.WriteSamplesLoaded();
        }

        var address = stack.Address.GetLeftPart(UriPartial.Authority);
        Console.WriteLine($"""
            pages         {address}/api/app
            API           {address}/api/v1/results
            health        {address}/api/health/ready
            mail and SMS  {stack.Mail}
            operator key  {stack.Key}

            curl -X POST -H "Authorization: Bearer {stack.Key}" --data-binary @FILE "{address}/api/v1/uploads?name=FILE"
            Ctrl-C stops everything.
            """);
        await stack.RunAsync(cancellationToken);
    }
}
