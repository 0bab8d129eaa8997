using System.Reflection;
using System.Reflection.Emit;
using Ita.LocalHost.App;
using Microsoft.Azure.WebJobs;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Makes a class with one method per queue and blob function, so that the WebJobs SDK finds them by their attributes:
/// <c>[FunctionName("Ingest")] Task Ingest([QueueTrigger("ingest", Connection = "…")] byte[] value, Binder, ExecutionContext, CancellationToken)</c>.
/// </summary>
internal static class EmittedFunctions
{
    private const MethodAttributes PublicConstructor = MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;

    private static readonly MethodInfo Run = typeof(FunctionBridge).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly ConstructorInfo BaseConstructor = typeof(FunctionBridge).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(object)])!;

    /// <summary>The class is called as in the genuine host, because its name is part of the names of receipts and leases.</summary>
    public static Type Make(IEnumerable<Function> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Functions");
        var type = module.DefineType("Host.Functions", TypeAttributes.Public | TypeAttributes.Class, typeof(FunctionBridge));
        EmitConstructor(type);
        foreach (var function in functions)
        {
            EmitMethod(type, function);
        }

        return type.CreateType();
    }

    private static void EmitConstructor(TypeBuilder type)
    {
        var code = type.DefineConstructor(PublicConstructor, CallingConventions.Standard, [typeof(object)]).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, BaseConstructor);
        code.Emit(OpCodes.Ret);
    }

    private static void EmitMethod(TypeBuilder type, Function function)
    {
        Type[] parameters = [ValueType(function.Trigger), typeof(Microsoft.Azure.WebJobs.Binder), typeof(ExecutionContext), typeof(CancellationToken)];
        var method = type.DefineMethod(function.Name, MethodAttributes.Public | MethodAttributes.HideBySig, typeof(Task), parameters);
        method.SetCustomAttribute(Attribute<FunctionNameAttribute>([function.Name]));
        method.DefineParameter(1, ParameterAttributes.None, function.Trigger.Name).SetCustomAttribute(TriggerAttribute(function.Trigger));
        method.DefineParameter(2, ParameterAttributes.None, "_binder");
        method.DefineParameter(3, ParameterAttributes.None, "_context");
        method.DefineParameter(4, ParameterAttributes.None, "_cancellationToken");
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldstr, function.Name);
        for (var argument = 1; argument <= parameters.Length; argument++)
        {
            code.Emit(OpCodes.Ldarg, (short)argument);
        }

        code.Emit(OpCodes.Call, Run);
        code.Emit(OpCodes.Ret);
    }

    private static Type ValueType(Binding trigger) =>
        trigger.IsDeferred ? typeof(ParameterBindingData)
        : trigger.Has("dataType", "binary") ? typeof(byte[])
        : typeof(string);

    private static CustomAttributeBuilder TriggerAttribute(Binding trigger)
    {
        var isEventGrid = trigger.Has("source", "EventGrid");
        return trigger.Has("type", Binding.QueueTrigger)
            ? Attribute<QueueTriggerAttribute>([trigger["queueName"]!], ("Connection", trigger["connection"]))
            : Attribute<BlobTriggerAttribute>([trigger.BlobPath], ("Connection", trigger["connection"]), ("Source", isEventGrid ? BlobTriggerSource.EventGrid : null));
    }

    private static CustomAttributeBuilder Attribute<T>(object[] arguments, params (string Name, object? Value)[] properties)
    {
        var set = properties.Where(property => property.Value is not null).ToList();
        return new(
            typeof(T).GetConstructor([.. arguments.Select(argument => argument.GetType())])!,
            arguments,
            [.. set.Select(property => typeof(T).GetProperty(property.Name)!)],
            [.. set.Select(property => property.Value!)]);
    }
}
