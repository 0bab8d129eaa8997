using System.Runtime.CompilerServices;
using Ita.App.Storage;

namespace Ita.App.Tests.Storage;

public sealed class ListFiguresTests
{
    private readonly object list = new();
    private int computed;

    [Fact]
    public void A_value_is_computed_once_for_the_same_lists()
    {
        using var figures = new ListFigures<string, int>(2);
        Assert.Equal([1, 1, 2], [Get(figures, "a", list, null), Get(figures, "a", list, null), Get(figures, "b", list, null)]);
    }

    [Fact]
    public void A_value_is_computed_anew_when_one_of_its_lists_is_another_object()
    {
        using var figures = new ListFigures<string, int>(2);
        Assert.Equal([1, 2, 3], [Get(figures, "a", list, null), Get(figures, "a", list, new object()), Get(figures, "a", list)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_value_is_computed_anew_when_a_list_became_null_or_is_missing(int sources)
    {
        using var figures = new ListFigures<string, int>(2);
        object?[] lists = [.. Enumerable.Repeat(list, sources)];
        Assert.Equal(1, Get(figures, "a", lists));
        Assert.Equal(2, Get(figures, "a", [.. lists[1..], null]));
        Assert.Equal(3, Get(figures, "a", lists[1..]));
    }

    // Twice ten values, of which two are kept: at least eight of the second ten are computed anew.
    [Fact]
    public void No_more_values_are_kept_than_allowed_and_each_is_that_of_its_key()
    {
        using var figures = new ListFigures<string, string>(2);
        foreach (var key in Enumerable.Repeat(Enumerable.Range(1, 10), 2).SelectMany(keys => keys).Select(number => $"{number}"))
        {
            Assert.Equal(key, figures.Get(key, [list], () => { computed++; return key; }));
        }

        Assert.InRange(computed, 18, 20);
    }

    [Fact]
    public void The_lists_that_a_value_was_made_from_are_not_kept()
    {
        using var figures = new ListFigures<string, int>(2);
        var forgotten = Forgotten(figures);
        GC.Collect();
        Assert.False(forgotten.IsAlive);
    }

    // A method of its own, so that no local of the test refers to the list.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Forgotten(ListFigures<string, int> figures)
    {
        var read = new object();
        Get(figures, "a", read);
        return new(read);
    }

    private int Get(ListFigures<string, int> figures, string key, params object?[] sources) => figures.Get(key, sources, () => ++computed);
}
