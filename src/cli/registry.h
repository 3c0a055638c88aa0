/* SPDX-License-Identifier: MIT */
/* The commands, one line each, sorted. */
#ifndef ENT_CLI_REGISTRY_H
#define ENT_CLI_REGISTRY_H

#define ENT_COMMANDS(X)                                                                            \
    X(check)                                                                                       \
    X(diff)                                                                                        \
    X(draw)                                                                                        \
    X(export)                                                                                      \
    X(fmt)                                                                                         \
    X(generate)                                                                                    \
    X(groups)                                                                                      \
    X(help)                                                                                        \
    X(info)                                                                                        \
    X(list)                                                                                        \
    X(path)                                                                                        \
    X(rank)                                                                                        \
    X(schema)                                                                                      \
    X(show)

#endif
