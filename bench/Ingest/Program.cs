using Ita.Bench.Ingest;

if (args is [OneRead.Ours or OneRead.Bare, var one, var path])
{
    OneRead.Tell(args[0], one, path);
    return;
}

// ingest [ROUNDS] [FILE...]: the files are written once and kept for later runs.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
var names = args.Length > 1 ? args[1..] : [.. IngestFile.All];
var folder = Path.Combine(Path.GetTempPath(), "ita-bench-ingest");
Directory.CreateDirectory(folder);
foreach (var name in names)
{
    File.WriteAllLines(Path.Combine(folder, $"{name}.key"), IngestFile.Key(name));
}

foreach (var name in names.Where(name => !File.Exists(Path.Combine(folder, $"{name}.csv"))))
{
    var unfinished = Path.Combine(folder, $"{name}.part");
    using (var file = File.Create(unfinished))
    {
        IngestFile.Write(name, file);
    }

    File.Move(unfinished, Path.Combine(folder, $"{name}.csv"));
}

IngestRun.Run(names, folder, rounds, Console.Out);
