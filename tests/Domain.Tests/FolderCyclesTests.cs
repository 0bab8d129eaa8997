using Ita.Tests;

namespace Ita.Domain.Tests
{
    /// <summary>The finder of folder cycles itself, on the sample folders below.</summary>
    public sealed class FolderCyclesTests
    {
        private const string Samples = "Ita.Domain.Tests.FolderSamples";

        [Theory]
        [InlineData("Layers", "High -> Low")]
        [InlineData("Body", "High -> Low")]
        [InlineData("Attribute", "High -> Low")]
        [InlineData("Generic", "High -> Low")]
        [InlineData("Nested", "Outer -> Outer/Inner")]
        public void A_folder_uses_another_by_a_field_a_method_body_an_attribute_or_a_type_argument(string sample, string edge)
        {
            var folders = Find(sample);

            Assert.Equal([edge], folders.Edges.Select(pair => $"{pair.From} -> {pair.To}"));
            Assert.Empty(folders.Cycles);
        }

        [Theory]
        [InlineData("Two", "A <-> B")]
        [InlineData("Three", "A <-> B <-> C")]
        public void Folders_that_use_each_other_are_a_cycle(string sample, string cycle) => Assert.Equal([cycle], Find(sample).Cycles);

        private static FolderCycles Find(string sample) => FolderCycles.Find(typeof(FolderCyclesTests).Assembly.Location, $"{Samples}.{sample}");
    }
}

namespace Ita.Domain.Tests.FolderSamples.Layers.Low
{
    internal sealed class Number;
}

namespace Ita.Domain.Tests.FolderSamples.Layers.High
{
    internal sealed record Sum(Low.Number First);
}

namespace Ita.Domain.Tests.FolderSamples.Body.Low
{
    internal static class Number
    {
        public static int One() => 1;
    }
}

namespace Ita.Domain.Tests.FolderSamples.Body.High
{
    internal static class Sum
    {
        public static async Task<int> TwoAsync()
        {
            await Task.Yield();
            return Low.Number.One() * 2;
        }
    }
}

namespace Ita.Domain.Tests.FolderSamples.Attribute.Low
{
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class MarkAttribute : System.Attribute;
}

namespace Ita.Domain.Tests.FolderSamples.Attribute.High
{
    [Low.Mark]
    internal sealed class Sum;
}

namespace Ita.Domain.Tests.FolderSamples.Generic.Low
{
    internal sealed class Number;
}

namespace Ita.Domain.Tests.FolderSamples.Generic.High
{
    internal static class Sum
    {
        public static int Count(List<Low.Number[]> all) => all.Count;
    }
}

namespace Ita.Domain.Tests.FolderSamples.Nested.Outer.Inner
{
    internal sealed class Section;
}

namespace Ita.Domain.Tests.FolderSamples.Nested.Outer
{
    internal sealed record Page(Inner.Section First);
}

namespace Ita.Domain.Tests.FolderSamples.Two.A
{
    internal sealed record One(B.Two? Other);
}

namespace Ita.Domain.Tests.FolderSamples.Two.B
{
    internal sealed record Two(A.One? Other);
}

namespace Ita.Domain.Tests.FolderSamples.Three.A
{
    internal sealed record One(B.Two? Next);
}

namespace Ita.Domain.Tests.FolderSamples.Three.B
{
    internal sealed record Two(C.Three? Next);
}

namespace Ita.Domain.Tests.FolderSamples.Three.C
{
    internal sealed record Three(A.One? Next);
}
