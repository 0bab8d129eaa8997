using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Spectre.Console;

namespace Ita.LocalHost.Commands;

/// <summary>How far <c>./run --once</c> is: bars on a terminal and lines elsewhere, from one second on.</summary>
internal sealed class OnceProgress(TextWriter output, TextWriter error)
{
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refreshed = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
    private readonly ConcurrentQueue<(TextWriter To, string Line)> said = [];
    private readonly ConcurrentQueue<string> paths = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int rows;

    public Counter Files { get; } = new();

    /// <summary>Agencies of a year that have a result.</summary>
    public Counter Scored { get; } = new();

    public Counter Documents { get; } = new();

    /// <summary>Counts the rows of a file that was read.</summary>
    public void Count(JsonElement upload) => Interlocked.Add(ref rows, upload.GetProperty("counts").GetProperty("rows").GetInt32());

    public void Wrote(string path) => paths.Enqueue(path);

    /// <summary>Writes a line to stderr when the bars are gone.</summary>
    public void Say(string line) => said.Enqueue((error, line));

    /// <summary>Writes a line to stdout when the bars are gone.</summary>
    public void Print(string line) => said.Enqueue((output, line));

    /// <summary>Waits for work and shows how far it is.</summary>
    public async Task<T> ShowAsync<T>(Task<T> work)
    {
        if (await Task.WhenAny(work, Task.Delay(Unseen)) != work)
        {
            await console.Progress().AutoClear(true).Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
                .StartAsync(context => DrawAsync(context, work));
        }

        foreach (var (to, line) in said)
        {
            await to.WriteLineAsync(line);
        }

        return await work;
    }

    /// <summary>Writes what was done, and the path of every document.</summary>
    public void Summarize(string folder)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            error.WriteLine(path);
        }

        var took = watch.Elapsed.TotalSeconds;
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Files.Done} files, {rows} rows, {Scored.Done} results and {paths.Count} documents in {took:0.0} s; written to {folder}"));
    }

    private async Task DrawAsync(ProgressContext context, Task work)
    {
        var (read, printed) = (context.AddTask("files read"), context.AddTask("documents written"));
        while (!work.IsCompleted)
        {
            read.Description = $"{rows} rows of {Files.Done} of {Files.Expected} files read";
            Draw(read, Files);
            printed.Description = $"{Documents.Done} of {Documents.Expected} documents of {Scored.Done} results written";
            Draw(printed, Documents);
            await Task.WhenAny(work, Task.Delay(Refreshed));
        }
    }

    private static void Draw(ProgressTask task, Counter counter)
    {
        task.MaxValue = Math.Max(1, counter.Expected);
        task.Value = counter.Done;
    }

    /// <summary>A number that several threads count.</summary>
    internal sealed class Counter
    {
        private int expected;
        private int done;

        public int Expected => expected;

        public int Done => done;

        public void Expect(int count) => Interlocked.Exchange(ref expected, count);

        public void Add(int count) => Interlocked.Add(ref done, count);
    }
}
