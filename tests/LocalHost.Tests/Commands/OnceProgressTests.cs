using System.Text.Json;
using Ita.LocalHost.Commands;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>What <c>./run --once</c> writes beside its result lines.</summary>
public sealed class OnceProgressTests : IDisposable
{
    private readonly StringWriter output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter error = new(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Lines_are_written_where_they_belong_when_the_work_is_done()
    {
        var progress = new OnceProgress(output, error);

        await progress.ShowAsync(WorkAsync());

        Assert.Equal(("refused\n", "warning\n"), (Lines(output), Lines(error)));

        async Task<int> WorkAsync()
        {
            progress.Print("refused");
            progress.Say("warning");
            await Task.Yield();
            Assert.Equal(("", ""), (Lines(output), Lines(error)));
            return 0;
        }
    }

    [Fact]
    public async Task Work_that_takes_longer_than_a_second_shows_how_far_it_is_and_nothing_on_the_output()
    {
        var progress = new OnceProgress(output, error);
        progress.Files.Expect(4);
        progress.Files.Add(3);

        Assert.Equal(7, await progress.ShowAsync(SlowAsync()));

        Assert.Contains("3 of 4 files read", Lines(error), StringComparison.Ordinal);
        Assert.Equal("", Lines(output));

        static async Task<int> SlowAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            return 7;
        }
    }

    [Fact]
    public async Task Lines_are_written_although_the_work_failed()
    {
        var progress = new OnceProgress(output, error);

        await Assert.ThrowsAsync<IOException>(() => progress.ShowAsync(FailAsync()));

        Assert.Equal("refused\n", Lines(output));

        Task<int> FailAsync()
        {
            progress.Print("refused");
            return Task.FromException<int>(new IOException());
        }
    }

    [Fact]
    public void The_summary_has_every_path_in_order_and_counts_what_was_done()
    {
        var progress = new OnceProgress(output, error);
        progress.Files.Add(2);
        progress.Scored.Add(5);
        using var upload = JsonDocument.Parse("""{"counts":{"rows":40}}""");
        progress.Count(upload.RootElement);
        progress.Count(upload.RootElement);
        progress.Wrote("out/b.pdf");
        progress.Wrote("out/a.pdf");

        progress.Summarize("out");

        Assert.StartsWith("out/a.pdf\nout/b.pdf\n2 files, 80 rows, 5 results and 2 documents in ", Lines(error), StringComparison.Ordinal);
        Assert.EndsWith(" s; written to out\n", Lines(error), StringComparison.Ordinal);
        Assert.Equal("", Lines(output));
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    private static string Lines(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n");
}
