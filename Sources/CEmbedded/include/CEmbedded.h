#ifndef CEMBEDDED_H
#define CEMBEDDED_H
#endif
